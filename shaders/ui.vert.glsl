#version 300 es
// Text and shapes. A UV above 1 marks a shape: it names the row of the parameter table and the corner of the quad.
precision highp float;
precision highp int;
layout(location = 0) in vec2 a_position;
layout(location = 1) in vec2 a_uv;
layout(location = 2) in vec4 a_color;
uniform vec2 u_size;
uniform highp sampler2D u_table;
out vec2 v_uv;           // text: texture coordinates; shape: pixels from the box's middle
out vec4 v_color;
flat out vec4 v_box;     // half width, half height, radius, margin; w < 0 for text
flat out vec4 v_fill;
flat out vec4 v_stroke;
flat out vec4 v_line;    // line width, length of a dash, height of the band, kind and corners
flat out vec4 v_soft;    // box: the shadow's opacity, offset down, blur; ring: its share and the direction of the share's end

void main() {
    gl_Position = vec4(a_position / u_size * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0);
    v_color = a_color;
    if (a_uv.x < 1.5) {
        v_uv = a_uv;
        v_box = vec4(-1.0);
        v_fill = v_stroke = v_line = v_soft = vec4(0.0);
        return;
    }
    int code = int(a_uv.x + 0.5) - 2;
    int index = code / 2;
    vec2 corner = vec2(float(code - 2 * index), a_uv.y - 2.0);
    ivec2 at = ivec2(5 * (index % 256), index / 256);
    v_box = texelFetch(u_table, at, 0);
    v_fill = texelFetch(u_table, at + ivec2(1, 0), 0);
    v_stroke = texelFetch(u_table, at + ivec2(2, 0), 0);
    v_line = texelFetch(u_table, at + ivec2(3, 0), 0);
    v_soft = texelFetch(u_table, at + ivec2(4, 0), 0);
    v_uv = (corner * 2.0 - 1.0) * (v_box.xy + v_box.w);
}
