// Whether a canvas gives back what was drawn on it: some browsers falsify that, since small differences between machines
// tell who visits a page. Limits: what nobody sees passes, such as the last bit of a few pixels.
const WIDTH = 96, BAND = 12; // pixels
const ROW = WIDTH * 4;       // bytes
const UNSEEN = 3;            // of 255
const COLORS = [[255, 0, 0], [0, 128, 255], [17, 34, 51], [250, 250, 0]];
const PART = WIDTH / COLORS.length;

// Solid blocks, below them black that comes up from nothing, below that one disc twice. Leaves nothing on the canvas.
function drawnAndRead(context) {
  COLORS.forEach((color, i) => {
    context.fillStyle = `rgb(${color})`;
    context.fillRect(i * PART, 0, PART, BAND);
  });
  const shade = context.createLinearGradient(0, 0, WIDTH, 0);
  shade.addColorStop(0, 'rgba(0, 0, 0, 0)');
  shade.addColorStop(1, 'rgba(0, 0, 0, 1)');
  context.fillStyle = shade;
  context.fillRect(0, BAND, WIDTH, BAND);
  context.fillStyle = '#000';
  for (const left of [0, WIDTH / 2]) {
    context.beginPath();
    context.arc(left + 6.3, BAND * 2.5, 5.2, 0, 2 * Math.PI);
    context.fill();
  }
  const { data } = context.getImageData(0, 0, WIDTH, BAND * 3);
  context.clearRect(0, 0, WIDTH, BAND * 3);
  return data;
}

function isNear(read, at, wanted) {
  for (let i = 0; i < wanted.length; i++) if (Math.abs(read[at + i] - wanted[i]) > UNSEEN) return false;
  return true;
}

export function canBeBelieved(context) {
  const read = drawnAndRead(context);
  const blocks = COLORS.flatMap((color) => Array(PART).fill([...color, 255]).flat());
  const shade = Array.from({ length: WIDTH }, (_, x) => [0, 0, 0, ((x + 0.5) / WIDTH) * 255]).flat();
  for (let y = 0; y < BAND; y++) {
    const discs = (BAND * 2 + y) * ROW;
    const first = read.subarray(discs, discs + ROW / 2);
    if (!isNear(read, y * ROW, blocks) || !isNear(read, (BAND + y) * ROW, shade) || !isNear(read, discs + ROW / 2, first)) return false;
  }
  const middle = BAND * 2.5 * ROW;
  return isNear(read, middle + 6 * 4, [0, 0, 0, 255]) && isNear(read, middle + 20 * 4, [0, 0, 0, 0]);
}
