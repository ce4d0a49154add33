import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Everything in a page that would run or come from elsewhere than its own script files. */
function strangers(html: string): readonly string[] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const found: string[] = [];
  for (const element of page.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on') || name === 'style' || name === 'srcdoc') found.push(name);
      const isAddress = ['src', 'href', 'action', 'data', 'formaction'].includes(name);
      if (isAddress && !/^\/assets\/[\w.-]+$/.test(value)) found.push(`${name}=${value}`);
    }
    const isInline = ['SCRIPT', 'STYLE'].includes(element.tagName) && element.textContent !== '';
    if (isInline || ['BASE', 'IFRAME', 'OBJECT', 'EMBED'].includes(element.tagName))
      found.push(element.tagName);
    if (element.getAttribute('http-equiv') !== null) found.push('http-equiv');
  }
  return found;
}

describe('The built page', () => {
  const html = (): string =>
    readFileSync(join(import.meta.dirname, '..', '..', 'out', 'renderer', 'index.html'), 'utf8');

  it('E17 has no inline script, no handler, no style and no foreign address', () => {
    expect(strangers(html())).toEqual([]);
    expect(html()).toContain('<script type="module"');
  });

  it.each([
    '<script>1</script>',
    '<script src="https://example.org/a.js"></script>',
    '<script src="//example.org/a.js"></script>',
    '<img src="/assets/a.png" onerror="1">',
    `<a href="${'javascript'}:1">a</a>`,
    '<base href="https://example.org/">',
    '<style>a{}</style>',
    '<p style="color:red"></p>',
    '<iframe src="/assets/a.html"></iframe>',
    '<meta http-equiv="refresh" content="0;url=https://example.org/">',
    '<link rel="stylesheet" href="data:text/css,a{}">',
  ])('E17 notices %s', (slip) => {
    expect(strangers(html().replace('</body>', `${slip}</body>`))).not.toEqual([]);
  });
});
