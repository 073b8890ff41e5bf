// Whether the shaders do in an engine what they are for: the built app's own picture is read where a rounded corner, a
// shadow, a ring and a letter must be. Limits: the light theme, at one pixel a CSS pixel; a lead's card stands on the board.
import assert from 'node:assert/strict';

// In the page: the program in use and some pixels, as [red, green, blue], of the frame that is drawn next.
export async function readShapes() {
  const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
  await frame();
  await frame(); // what was done just now is drawn
  const canvas = document.getElementById('canvas');
  const gl = canvas.getContext('webgl2');
  const program = gl.getParameter(gl.CURRENT_PROGRAM);
  const place = (selector, name) => [...document.querySelectorAll(selector)].find((one) => (one.getAttribute('aria-label') ?? one.textContent).startsWith(name)).getBoundingClientRect();
  const button = place('#mirror [role=button]', 'New lead'), card = place('#mirror [role=listitem]', ''), ring = place('#mirror [role=img]', 'Score');
  const heading = place('#mirror [role=heading]', 'Leads');
  window.dispatchEvent(new Event('focus')); // the app asks for a frame, and only then we
  await frame();
  const { width, height } = canvas;
  const copy = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', { willReadFrequently: true });
  copy.drawImage(canvas, 0, 0);
  const at = (x, y) => [...copy.getImageData(Math.round(x), Math.round(y), 1, 1).data].slice(0, 3);
  const letters = copy.getImageData(heading.x, heading.y, heading.width, heading.height).data.filter((_, i) => i % 4 === 1);
  return {
    linked: gl.getProgramParameter(program, gl.LINK_STATUS), log: gl.getProgramInfoLog(program), error: gl.getError(),
    button: at(button.x + button.width / 2, button.y + 3), corner: at(button.x + 1, button.y + 1), beside: at(button.x - 6, button.y + 1),
    card: at(card.x + 5, card.y + card.height / 2), shadow: at(card.x + card.width / 2, card.bottom + 1), column: at(card.x + card.width / 2, card.bottom + 6),
    ring: at(ring.x + ring.width / 2, ring.y + 1), darkest: Math.min(...letters), lightest: Math.max(...letters),
  };
}

const near = (a, b, what) => assert.ok(a.every((value, i) => Math.abs(value - b[i]) <= 2), `${what} is ${a}, not ${b}`);

export function checkShapes(seen) {
  assert.ok(seen.linked, seen.log);
  assert.equal(seen.error, 0);
  near(seen.button, [0x33, 0x50, 0xf0], 'the button');
  near(seen.corner, seen.beside, 'what a rounded corner leaves free');
  near(seen.card, [255, 255, 255], 'the card');
  near(seen.column, [0xec, 0xee, 0xf2], 'the column');
  assert.ok(seen.shadow[1] < seen.column[1] - 3 && seen.shadow[1] > 150, `the card's shadow is ${seen.shadow}`);
  assert.ok(seen.ring[1] < 245, `the ring of the score is ${seen.ring}`);
  assert.ok(seen.darkest < 60 && seen.lightest > 250, `the heading's letters are from ${seen.darkest} to ${seen.lightest}`);
}
