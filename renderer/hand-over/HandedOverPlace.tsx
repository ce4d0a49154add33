import type { ComponentType } from 'react';
import type { ClaimId } from '#db/claims/claims.contract';
import { mustExist } from '#db/shared/domain-error';
import { useSession } from '../app/session-context.tsx';
import { GiveBackScreen } from './GiveBackScreen.tsx';
import { HandedOverScreen } from './HandedOverScreen.tsx';
import { usePlainAddress } from './use-plain-address.ts';

/** The form of a claim, wherever it stands; at a lent screen it has no ways to anything else. */
export type LentForm = ComponentType<{
  readonly claimId: ClaimId;
  readonly isHandedOver: boolean;
  /** Called when whoever fills it in has finished with it, for now or altogether. */
  readonly onDone: () => void;
}>;

/** Everything on the page from handing a screen over until staff have unlocked it again. */
export function HandedOverPlace(props: {
  readonly form: LentForm;
  /** Takes what was looked for out of the address, which a claimant can read. */
  readonly onPlainAddress: () => void;
}) {
  const session = useSession();
  const handedOver = mustExist(session.handedOver, 'the gate asks for this only while it is lent');
  usePlainAddress(props.onPlainAddress);
  return handedOver.endedBy === null ? (
    <HandedOverScreen lent={handedOver} form={props.form} />
  ) : (
    <GiveBackScreen
      lent={handedOver}
      endedBy={handedOver.endedBy}
      signedIn={mustExist(session.signedIn, 'only people signed in lend a screen')}
    />
  );
}
