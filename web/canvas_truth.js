// Whether a canvas gives back what was drawn on it: some browsers falsify that, since small differences between machines
// tell who visits a page. Limits: what nobody sees passes, such as the last bit of a few pixels.
const WIDTH = 192, BAND = 16; // pixels
const UNSEEN = 3;             // of 255
const COLORS = [[255, 0, 0], [0, 128, 255], [17, 34, 51], [250, 250, 0]];

// Solid blocks, below them black that comes up from nothing, below that one disc twice. Leaves nothing on the canvas.
function drawnAndRead(context) {
  COLORS.forEach((color, i) => {
    context.fillStyle = `rgb(${color})`;
    context.fillRect((i * WIDTH) / COLORS.length, 0, WIDTH / COLORS.length, BAND);
  });
  const shade = context.createLinearGradient(0, 0, WIDTH, 0);
  shade.addColorStop(0, 'rgba(0, 0, 0, 0)');
  shade.addColorStop(1, 'rgba(0, 0, 0, 1)');
  context.fillStyle = shade;
  context.fillRect(0, BAND, WIDTH, BAND);
  context.fillStyle = '#000';
  for (const left of [0, WIDTH / 2]) {
    context.beginPath();
    context.arc(left + 8.3, BAND * 2.5, 7.2, 0, 2 * Math.PI);
    context.fill();
  }
  const { data } = context.getImageData(0, 0, WIDTH, BAND * 3);
  context.clearRect(0, 0, WIDTH, BAND * 3);
  return data;
}

export function canBeBelieved(context) {
  const read = drawnAndRead(context);
  const pixel = (x, y) => read.subarray((y * WIDTH + x) * 4, (y * WIDTH + x) * 4 + 4);
  const isNear = (x, y, wanted) => pixel(x, y).every((value, i) => Math.abs(value - wanted[i]) <= UNSEEN);
  for (let y = 0; y < BAND; y++) {
    for (let x = 0; x < WIDTH; x++) {
      if (!isNear(x, y, [...COLORS[Math.floor((x * COLORS.length) / WIDTH)], 255])) return false;
      if (!isNear(x, BAND + y, [0, 0, 0, ((x + 0.5) / WIDTH) * 255])) return false;
      if (x < WIDTH / 2 && !isNear(x, 2 * BAND + y, pixel(x + WIDTH / 2, 2 * BAND + y))) return false;
    }
  }
  return isNear(8, 2.5 * BAND, [0, 0, 0, 255]) && isNear(40, 2.5 * BAND, [0, 0, 0, 0]);
}
