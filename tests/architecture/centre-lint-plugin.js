/**
 * The house rules that no ready-made lint rule covers. Each message says what to use instead.
 * Which files are excepted stands in .oxlintrc.json, beside the reason.
 */

/** The name a member is read by: `a.b` and `a['b']` both give `b`. */
function memberName(node) {
  if (node.type !== 'MemberExpression') return undefined;
  if (!node.computed) return node.property.name;
  return node.property.type === 'Literal' ? String(node.property.value) : undefined;
}

/** The last name of what a member is read from: `ctx.tx.getRepository` gives `tx`. */
function ownerName(node) {
  return node.object.type === 'Identifier' ? node.object.name : memberName(node.object);
}

const GLOBAL_OBJECTS = new Set(['globalThis', 'window', 'self']);

/** Whether the expression is the global `Date`, bare or read off the global object. */
function isGlobalDate(node) {
  if (node.type === 'Identifier') return node.name === 'Date';
  return memberName(node) === 'Date' && GLOBAL_OBJECTS.has(ownerName(node));
}

const oneClock = {
  create(context) {
    const report = (node, what) =>
      context.report({
        node,
        message: `${what} reads this computer's clock or zone. Take the moment from ctx.now() and the day from today(ctx); convert with #db/shared/instant and #db/shared/local-date. A screen uses useToday() and useNow().`,
      });
    return {
      NewExpression(node) {
        if (isGlobalDate(node.callee)) report(node, 'new Date()');
      },
      CallExpression(node) {
        if (isGlobalDate(node.callee)) report(node, 'Date()');
      },
      MemberExpression(node) {
        if (isGlobalDate(node.object)) report(node, `Date.${memberName(node) ?? '…'}`);
        const clock = ownerName(node);
        if (clock === 'performance' && memberName(node) === 'now') report(node, 'performance.now');
        if (clock === 'Now' && memberName(node) !== undefined) {
          report(node, `Temporal.Now.${memberName(node)}`);
        }
      },
    };
  },
};

const moneyIsPence = {
  create(context) {
    return {
      MemberExpression(node) {
        if (memberName(node) !== 'toFixed') return;
        context.report({
          node,
          message:
            'toFixed rounds a binary fraction. Money is whole pence: use formatPence and shareOf of #db/shared/money.',
        });
      },
    };
  },
};

const outsideLinks = {
  create(context) {
    const report = (node) =>
      context.report({
        node,
        message:
          'openExternal hands an address to the operating system. Only electron/desktop/outside-links.ts may do so, after checking the address against its list.',
      });
    return {
      MemberExpression(node) {
        if (memberName(node) === 'openExternal') report(node);
      },
      Property(node) {
        if (node.parent.type === 'ObjectPattern' && node.key.name === 'openExternal') report(node);
      },
    };
  },
};

const MARKUP_SINKS = new Set(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc']);

const noRawMarkup = {
  create(context) {
    const report = (node, what) =>
      context.report({
        node,
        message: `${what} turns text into markup, so a name someone typed could run as a script. Render the text as a child of an element.`,
      });
    const isNamed = (node, name) => node.name === name || node.value === name;
    return {
      JSXAttribute(node) {
        for (const name of ['dangerouslySetInnerHTML', 'srcDoc']) {
          if (isNamed(node.name, name)) report(node, name);
        }
      },
      Property(node) {
        if (isNamed(node.key, 'dangerouslySetInnerHTML')) report(node, 'dangerouslySetInnerHTML');
      },
      MemberExpression(node) {
        const name = memberName(node);
        if (MARKUP_SINKS.has(name)) report(node, name);
      },
    };
  },
};

const ENGINE_VERBS = new Set(['transaction', 'startTransaction', 'createQueryRunner']);

const oneUnitOfWork = {
  create(context) {
    const advice =
      'All work on the database queues through db/unit-of-work.ts, one unit at a time. Use ctx.tx, which dispatch opened for this call; in a `steps` procedure use steps.unit(…).';
    return {
      NewExpression(node) {
        if (node.callee.name === 'DataSource') {
          context.report({ node, message: `new DataSource opens a second connection. ${advice}` });
        }
      },
      CallExpression(node) {
        const name = memberName(node.callee);
        if (ENGINE_VERBS.has(name)) {
          context.report({ node, message: `.${name}() steps outside the queue. ${advice}` });
        }
        if (name === 'getRepository' && ownerName(node.callee) !== 'tx') {
          context.report({
            node,
            message: `.getRepository() off a data source steps outside the queue. ${advice}`,
          });
        }
      },
    };
  },
};

export default {
  meta: { name: 'centre' },
  rules: {
    'one-clock': oneClock,
    'money-is-pence': moneyIsPence,
    'outside-links': outsideLinks,
    'no-raw-markup': noRawMarkup,
    'one-unit-of-work': oneUnitOfWork,
  },
};
