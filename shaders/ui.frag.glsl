#version 300 es
// Text from the glyph texture; boxes, shadows and rings by signed distance. Colours leave premultiplied.
precision highp float;
precision highp int;
in vec2 v_uv;
in vec4 v_color;
flat in vec4 v_box;
flat in vec4 v_fill;
flat in vec4 v_stroke;
flat in vec4 v_extra;
uniform sampler2D u_texture;
out vec4 o_color;

float box_distance(vec2 p, vec2 half_size, float radius) {
    vec2 q = abs(p) - half_size + radius;
    return min(max(q.x, q.y), 0.0) + length(max(q, 0.0)) - radius;
}

// The error function, near enough for a shadow's edge.
vec2 error_function(vec2 x) {
    vec2 s = sign(x), a = min(abs(x), 4.0);
    vec2 t = 1.0 + (0.278393 + (0.230389 + 0.078108 * a * a) * a) * a;
    t *= t;
    return s - s / (t * t);
}

// A rounded box under a Gaussian blur: exact along x, four samples along y (after Evan Wallace).
float shadow_row(vec2 p, vec2 half_size, float radius, float sigma) {
    float past = min(half_size.y - radius - abs(p.y), 0.0);
    float reach = half_size.x - radius + sqrt(max(0.0, radius * radius - past * past));
    vec2 ends = 0.5 + 0.5 * error_function((p.x + vec2(-reach, reach)) * (0.70711 / sigma));
    return ends.y - ends.x;
}
float shadow(vec2 p, vec2 half_size, float radius, float blur) {
    float sigma = blur * 0.5;
    float from = clamp(-3.0 * sigma, p.y - half_size.y, p.y + half_size.y);
    float to = clamp(3.0 * sigma, p.y - half_size.y, p.y + half_size.y);
    float pace = (to - from) / 4.0, y = from + pace * 0.5, sum = 0.0;
    for (int i = 0; i < 4; i++, y += pace)
        sum += shadow_row(vec2(p.x, p.y - y), half_size, radius, sigma) * exp(-y * y / (2.0 * sigma * sigma)) * pace;
    return sum / (2.50663 * sigma);
}

// How far along the outline p lies, for dashes.
float outline_position(vec2 p, vec2 half_size) {
    vec2 q = abs(p) - half_size;
    return q.x > q.y ? p.y : p.x;
}

vec4 over(vec4 top, vec4 below) { return top + below * (1.0 - top.a); }
vec4 premultiplied(vec4 c, float coverage) { return vec4(c.rgb * c.a, c.a) * coverage; }

vec4 ring(vec2 p) {
    float width = v_extra.x;
    float d = abs(length(p) - (v_box.x - width * 0.5)) - width * 0.5;
    float turn = atan(p.x, -p.y) / 6.2831853;
    turn = turn < 0.0 ? turn + 1.0 : turn;
    float edge = 0.5 / (6.2831853 * max(v_box.x, 1.0));
    float share = v_extra.y;
    float done = share >= 1.0 ? 1.0 : share <= 0.0 ? 0.0 : 1.0 - smoothstep(share - edge, share + edge, turn);
    return premultiplied(mix(v_fill, v_stroke, done), clamp(0.5 - d, 0.0, 1.0));
}

vec4 shape() {
    int flags = int(v_extra.z + 0.5);
    int kind = flags % 4, corners = flags / 4;
    if (kind == 2) return ring(v_uv);
    float radius = v_box.z;
    if ((corners == 1 && v_uv.y > 0.0) || (corners == 2 && v_uv.y < 0.0)) radius = 0.0;
    if (kind == 1) return premultiplied(v_fill, shadow(v_uv, v_box.xy, radius, v_extra.y));
    float d = box_distance(v_uv, v_box.xy, radius);
    float below_band = clamp(v_uv.y + v_box.y - v_extra.w + 0.5, 0.0, 1.0);
    vec4 ground = v_extra.w > 0.0 ? mix(v_stroke, v_fill, below_band) : v_fill;
    vec4 color = premultiplied(ground, clamp(0.5 - d, 0.0, 1.0));
    if (v_extra.x > 0.0) {
        float line = clamp(0.5 - d, 0.0, 1.0) * clamp(0.5 + d + v_extra.x, 0.0, 1.0);
        if (v_extra.y > 0.0) {
            float phase = mod(outline_position(v_uv, v_box.xy), v_extra.y * 2.0);
            line *= clamp(v_extra.y * 0.5 + 0.5 - abs(phase - v_extra.y), 0.0, 1.0);
        }
        color = over(premultiplied(v_stroke, line), color);
    }
    return color;
}

// Glyphs are drawn in black and tinted here. Blended as they are, light letters on a dark ground come out thinner than dark
// ones on a light ground; browsers give light ink more coverage for that. Measured on Chromium's text: 13 px Inter, eleven inks.
const float light_ink_gain = 0.29;
float coverage_of(float coverage, vec3 ink) {
    float lightness = dot(ink, vec3(0.2126, 0.7152, 0.0722));
    return coverage + light_ink_gain * lightness * coverage * (1.0 - coverage);
}

void main() {
    if (v_box.w < 0.0) {
        vec4 texel = texture(u_texture, v_uv);
        // Emoji have colours of their own; letters are white.
        if (min(texel.r, min(texel.g, texel.b)) > 0.99) texel.a = coverage_of(texel.a, v_color.rgb);
        vec4 c = v_color * texel;
        o_color = vec4(c.rgb * c.a, c.a);
    } else {
        vec4 c = shape();
        o_color = c * v_color.a;
    }
}
