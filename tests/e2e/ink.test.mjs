// The text shader in Chromium: letters on a dark ground are as heavy as the browser's own, and dark ones stay as they are.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';

import { openBrowser, siteOfTests, top } from './app.mjs';

const shader = (name) => fs.readFileSync(path.join(top, 'shaders', name), 'utf8');

const site = siteOfTests();
let page;
before(async () => {
  page = await (await openBrowser()).newPage();
  await page.goto(site.url);
});

// In the page: a glyph texture drawn by the shaders, against the browser's own text; the share of ink that is too much.
function surplusOfInk({ vertex, fragment, ink, ground }) {
  const width = 400, height = 40;
  const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
  const drawText = (color, below) => {
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', { willReadFrequently: true });
    if (below) {
      context.fillStyle = below;
      context.fillRect(0, 0, width, height);
    }
    context.font = '13px Inter, sans-serif';
    context.fillStyle = color;
    context.fillText('Hamburgefonstiv quick brown fox 12345', 5.25, 25);
    return context.getImageData(0, 0, width, height).data;
  };
  const glyphs = drawText('#000').map((value, i) => (i % 4 === 3 ? value : 255));
  const gl = Object.assign(document.createElement('canvas'), { width, height }).getContext('webgl2', { alpha: false, preserveDrawingBuffer: true });
  const program = gl.createProgram();
  for (const [kind, source] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]]) {
    const part = gl.createShader(kind);
    gl.shaderSource(part, source);
    gl.compileShader(part);
    gl.attachShader(program, part);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program));
  gl.useProgram(program);
  const texture = (unit, ...image) => {
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);
    gl.texImage2D(gl.TEXTURE_2D, 0, ...image);
  };
  texture(0, gl.RGBA8, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(glyphs));
  texture(1, gl.RGBA32F, 4, 1, 0, gl.RGBA, gl.FLOAT, new Float32Array(16));
  gl.uniform1i(gl.getUniformLocation(program, 'u_texture'), 0);
  gl.uniform1i(gl.getUniformLocation(program, 'u_table'), 1);
  gl.uniform2f(gl.getUniformLocation(program, 'u_size'), width, height);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  const below = rgb(ground).map((value) => value / 255);
  gl.clearColor(...below, 1);
  gl.clear(gl.COLOR_BUFFER_BIT);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([0, 0, 0, 0, width, 0, 1, 0, 0, height, 0, 1, width, height, 1, 1]), gl.STATIC_DRAW);
  for (const [at, offset] of [[0, 0], [1, 8]]) {
    gl.enableVertexAttribArray(at);
    gl.vertexAttribPointer(at, 2, gl.FLOAT, false, 16, offset);
  }
  gl.vertexAttrib4f(2, ...rgb(ink).map((value) => value / 255), 1);
  gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
  const shown = new Uint8Array(width * height * 4);
  gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, shown);
  const green = (pixels) => pixels.reduce((sum, value, i) => (i % 4 === 1 ? sum + value - rgb(ground)[1] : sum), 0);
  return green(shown) / green(drawText(ink, ground)) - 1;
}

for (const [ink, ground] of [['#000000', '#ffffff'], ['#1c2028', '#ffffff'], ['#e8eaee', '#171a20'], ['#9aa3b2', '#171a20'], ['#ffffff', '#4358f6']])
  test(`${ink} letters on ${ground} have the browser's weight`, async () => {
    const surplus = await page.evaluate(surplusOfInk, { vertex: shader('ui.vert.glsl'), fragment: shader('ui.frag.glsl'), ink, ground });
    assert.ok(Math.abs(surplus) < 0.02, `${(surplus * 100).toFixed(1)} % too much`);
  });
