// What a person does in any engine, said once: `hands` is what firefox.mjs or webkit.mjs opened. Waits until a role and
// name, or a text, is there. Limits: the main job only; the whole work is tried in Chromium.

const PATIENCE_MS = 20_000;
const LOOK_AGAIN_MS = 100;

// In the page: what it shows, for the message of a failure.
function whatIsThere() {
  const trouble = document.getElementById('trouble');
  if (trouble && !trouble.hidden) return trouble.innerText;
  const named = [...document.querySelectorAll('#mirror [role], #mirror input')];
  return named.map((one) => `${one.getAttribute('role') ?? 'textbox'} “${one.getAttribute('aria-label') ?? one.textContent}”`).join(', ') || 'nothing';
}

const isTypedInto = (name) => document.activeElement.getAttribute('aria-label') === name && getComputedStyle(document.activeElement).opacity === '1';
const statusBegins = (text) => [...document.querySelectorAll('[role=status]')].some((one) => one.textContent.startsWith(text));

export class Person {
  constructor(hands) { this.hands = hands; }

  async until(what, look) {
    for (const end = Date.now() + PATIENCE_MS; ;) {
      const found = await look();
      if (found) return found;
      if (Date.now() > end) throw new Error(`${what} did not come; there is: ${await this.hands.evaluate(whatIsThere)}`);
      await new Promise((resolve) => { setTimeout(resolve, LOOK_AGAIN_MS); });
    }
  }

  sees(role, name) { return this.until(`${role} “${name}”`, () => this.hands.locate(role, name)); }
  seesNoMore(role, name) { return this.until(`the end of ${role} “${name}”`, async () => !await this.hands.locate(role, name)); }
  isTold(text) { return this.until(`“${text}”`, () => this.hands.evaluate(statusBegins, text)); }

  async press(role, name) { await this.hands.press(await this.sees(role, name)); }

  async addsLead(title) {
    const field = 'Quick lead: title, phone or e-mail';
    await this.press('button', 'Add to Not processed');
    await this.until(`the keyboard in ${field}`, () => this.hands.evaluate(isTypedInto, field));
    await this.hands.type(title);
    await this.hands.key('Enter');
    await this.sees('listitem', title);
  }
}
