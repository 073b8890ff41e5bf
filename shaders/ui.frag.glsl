#version 300 es
// Text from the glyph texture; boxes with their shadows, and rings, by signed distance. Colours leave premultiplied.
// Where no GPU is, a processor runs all of this for every pixel, the branches not taken too: it has no loop and no
// transcendental function.
precision highp float;
precision highp int;
in vec2 v_uv;
in vec4 v_color;
flat in vec4 v_box;
flat in vec4 v_fill;
flat in vec4 v_stroke;
flat in vec4 v_line;
flat in vec4 v_soft;
uniform sampler2D u_texture;
out vec4 o_color;

float box_distance(vec2 p, vec2 half_size, float radius) {
    vec2 q = abs(p) - half_size + radius;
    return min(max(q.x, q.y), 0.0) + length(max(q, 0.0)) - radius;
}

// How much of a pixel lies inside an edge at that distance.
float inside(float distance) { return clamp(0.5 - distance, 0.0, 1.0); }

vec4 over(vec4 top, vec4 below) { return top + below * (1.0 - top.a); }
vec4 premultiplied(vec4 c, float coverage) { return vec4(c.rgb, 1.0) * (c.a * coverage); }

// Black behind the box, as soft as under a Gaussian blur: a smooth step that has the blurred edge's slope in its middle. The
// blur rounds the corners, too.
float shadow() {
    float blur = max(v_soft.z, 0.01);
    float radius = min(v_box.z + 0.5 * blur, min(v_box.x, v_box.y));
    float t = clamp(0.5 - box_distance(v_uv - vec2(0.0, v_soft.y), v_box.xy, radius) / (1.9 * blur), 0.0, 1.0);
    return v_soft.x * t * t * (3.0 - 2.0 * t);
}

vec4 box(float corners) {
    bool square = (corners == 1.0 && v_uv.y > 0.0) || (corners == 2.0 && v_uv.y < 0.0);
    float d = box_distance(v_uv, v_box.xy, square ? 0.0 : v_box.z);
    float below_band = clamp(v_uv.y + v_box.y - v_line.z + 0.5, 0.0, 1.0);
    vec4 ground = v_line.z > 0.0 ? mix(v_stroke, v_fill, below_band) : v_fill;
    vec4 color = premultiplied(ground, inside(d + v_line.x));
    // A line keeps inside the edge; the ground ends where it begins.
    float line = v_line.x > 0.0 ? inside(d) - inside(d + v_line.x) : 0.0;
    if (v_line.y > 0.0) {
        vec2 q = abs(v_uv) - v_box.xy;
        float along = q.x > q.y ? v_uv.y : v_uv.x;
        float phase = along - v_line.y * 2.0 * floor(along / (v_line.y * 2.0));
        line *= clamp(v_line.y * 0.5 + 0.5 - abs(phase - v_line.y), 0.0, 1.0);
    }
    color += premultiplied(v_stroke, line);
    return over(color, vec4(0.0, 0.0, 0.0, shadow()));
}

// Up to its share, clockwise from the top, in the stroke's colour.
vec4 ring() {
    float width = v_line.x;
    float d = abs(length(v_uv) - (v_box.x - width * 0.5)) - width * 0.5;
    float past_top = v_uv.x, before_end = v_soft.z * v_uv.x - v_soft.y * v_uv.y;
    float share = v_soft.x;
    float within = share > 0.5 ? max(past_top, before_end) : min(past_top, before_end);
    float done = share >= 1.0 ? 1.0 : share <= 0.0 ? 0.0 : inside(-within);
    return premultiplied(mix(v_fill, v_stroke, done), inside(d));
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
        o_color = premultiplied(v_color * texel, 1.0);
    } else {
        float corners = floor(v_line.w * 0.5);
        vec4 c = v_line.w - 2.0 * corners > 0.5 ? ring() : box(corners);
        o_color = c * v_color.a;
    }
}
