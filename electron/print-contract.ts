import { z } from 'zod';
import { PROCEDURES } from '#db/api.contract';
import { ALL_ROLES } from '#db/shared/roles';
import { USUAL_PORT } from './options.ts';

/** How another program speaks to the door; beside the procedures because both are needed for a first call. */
const DOOR = {
  address: `http://127.0.0.1:PORT/ (the program prints it when it is ready; ${USUAL_PORT} is tried first)`,
  call: 'POST /api/<module>.<verb> with a JSON body',
  headers: {
    'content-type': 'application/json',
    'X-TRC-Desk': '1',
  },
  sameOrigin:
    'Origin and Sec-Fetch-Site, where a browser sends them, must be the door’s own; Host must be the printed one',
  answer:
    '200 with {"ok":true,"value":…} or {"ok":false,"error":{"code","message","details","field"?}}; message is the sentence to show',
  guards:
    '4xx only from the door itself: 403 origin, header or session of /events; 405 not POST; 415 not JSON; 421 wrong Host',
  session:
    'users.signIn {name, secret} sets the session cookie; session.current tells who is signed in',
  changes: 'GET /events (server-sent): data {"changed":["bookings"]} or {"session":"changed"}',
  longActs:
    'a procedure whose input has an "act" takes a UUID that the caller makes up; /events then says {"act":{"id","done","total","words"}} to that session, and session.stopAct {act} stops it: nothing of it is kept, and it answers act.cancelled',
};

/** Prints every procedure with its roles and its input and output as JSON Schema. */
function printContract(): void {
  const procedures = [...PROCEDURES].map(([name, procedure]) => ({
    name,
    summary: procedure.summary,
    kind: procedure.kind,
    roles:
      procedure.access === 'anyone'
        ? 'anyone'
        : procedure.access === 'signed-in'
          ? ALL_ROLES
          : procedure.access,
    duringSetup: procedure.duringSetup === true,
    whileLocked: procedure.whileLocked === true,
    touches: procedure.touches ?? [],
    input: z.toJSONSchema(procedure.input, { io: 'input', unrepresentable: 'any' }),
    output: z.toJSONSchema(procedure.output, { io: 'output', unrepresentable: 'any' }),
  }));
  process.stdout.write(`${JSON.stringify({ door: DOOR, procedures }, null, 2)}\n`);
}

printContract();
