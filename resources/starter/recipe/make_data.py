# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
"""Procedural captioned pictures of the starter family.

Every picture shows one subject in one of eight colours on a plain background
of another colour. Five subjects are plain shapes (the base model's domain);
flower, house and fish are the domains of the three experts. Nothing is read
from disk: a picture is a function of its specification and of a generator.
"""
import math
import sys

import numpy as np
from PIL import Image, ImageDraw

COLOURS = {
    "red": (214, 40, 40), "orange": (245, 135, 30), "yellow": (250, 218, 50), "green": (46, 158, 70),
    "blue": (40, 90, 214), "purple": (140, 60, 180), "white": (244, 244, 240), "black": (32, 32, 36),
}
COLOUR_NAMES = list(COLOURS)
SHAPES = ["circle", "square", "triangle", "star", "heart"]
DOMAINS = ["flower", "house", "fish"]
SUBJECTS = SHAPES + DOMAINS
GROUPS = [("shapes", SHAPES)] + [(d, [d]) for d in DOMAINS]
MODELS = ["base"] + DOMAINS
GATE_PROMPTS = ["a circle", "a flower", "a house", "a fish"]    # positive prompts of starter.yaml, one per model
SIZES = ["small", "big"]
SIDE = 128          # pixels of a finished picture
OVERSAMPLE = 3      # pictures are drawn this much larger and box-reduced
RADII = {"small": (30, 34), "big": (44, 50), None: (32, 48)}
TEMPLATES = 8       # captions 0-4 name everything, 5-7 leave something out


SCALE_HELP = "multiplies the number of steps or pictures (a trial of the plumbing: 0.01)"


def scaled(n, scale):
    return max(1, int(n * scale))


def jitter(rgb, rng, amount=7):
    return tuple(int(np.clip(c + rng.integers(-amount, amount + 1), 0, 255)) for c in rgb)


def blend(a, b, t):
    return tuple(int(x * (1 - t) + y * t) for x, y in zip(a, b))


def turned(points, cx, cy, angle):
    """Points around the origin, turned by angle and moved to (cx, cy)."""
    c, s = math.cos(angle), math.sin(angle)
    return [(cx + x * c - y * s, cy + x * s + y * c) for x, y in points]


def oval(rx, ry, ox=0.0, oy=0.0, n=40):
    return [(ox + rx * math.cos(2 * math.pi * i / n), oy + ry * math.sin(2 * math.pi * i / n)) for i in range(n)]


def draw_shape(d, subject, cx, cy, r, fg, rng):
    tilt = rng.uniform(-0.1, 0.1)
    if subject == "circle":
        pts = oval(r * 0.95, r * 0.95, n=72)
    elif subject == "square":
        a = r * 0.84
        pts = [(-a, -a), (a, -a), (a, a), (-a, a)]
    elif subject == "triangle":
        pts = [(r * math.sin(t), r * 0.2 - r * math.cos(t)) for t in (0, 2.094, 4.189)]
    elif subject == "star":
        radius = lambda i: r * (1.06 if i % 2 == 0 else 0.45)
        pts = [(radius(i) * math.sin(i * math.pi / 5), -radius(i) * math.cos(i * math.pi / 5)) for i in range(10)]
    else:  # heart
        k = r / 17.0
        pts = [(k * 16 * math.sin(t) ** 3,
                -k * (13 * math.cos(t) - 5 * math.cos(2 * t) - 2 * math.cos(3 * t) - math.cos(4 * t)) - 2 * k)
               for t in np.linspace(0, 2 * math.pi, 72)]
    d.polygon(turned(pts, cx, cy, tilt), fill=fg)


def draw_flower(d, colour, bg, cx, cy, r, fg, rng, whole):
    stem = {"green": (14, 70, 30), "black": (70, 180, 90)}.get(bg, (30, 120, 54))
    fy, pr = cy - r * 0.34, r * 0.72
    w = r * 0.09
    d.rectangle([cx - w, fy, cx + w, cy + r], fill=stem)
    for side in (-1, 1):
        d.polygon(turned(oval(r * 0.30, r * 0.14, side * r * 0.29), cx, cy + r * 0.78, -side * 0.5), fill=stem)
    if not whole:
        return
    start = rng.uniform(-0.12, 0.12)
    for i in range(6):
        d.polygon(turned(oval(pr * 0.46, pr * 0.31, pr * 0.54), cx, fy, start + 2 * math.pi * i / 6), fill=fg)
    centre = (120, 70, 20) if colour in ("yellow", "orange", "white") else (250, 205, 60)
    q = pr * 0.32
    d.ellipse([cx - q, fy - q, cx + q, fy + q], fill=centre)


def draw_house(d, colour, bg, cx, cy, r, fg, whole):
    w, top, bottom = r * 0.80, cy - r * 0.12, cy + r * 0.88
    roof = (150, 90, 60) if bg == "black" else (110, 62, 40)
    chimney = cx + w * 0.45
    if whole:
        d.rectangle([chimney, cy - r * 0.84, chimney + w * 0.28, cy - r * 0.2], fill=roof)
    d.rectangle([cx - w, top, cx + w, bottom], fill=fg)
    if whole:
        d.polygon([(cx - w * 1.22, top), (cx, cy - r * 0.94), (cx + w * 1.22, top)], fill=roof)
    d.rectangle([cx - w * 0.22, bottom - r * 0.54, cx + w * 0.22, bottom], fill=(70, 44, 30))
    window = (110, 180, 230) if colour in ("yellow", "white", "orange") else (255, 240, 150)
    for side in (-1, 1):
        x = cx + side * w * 0.6
        d.rectangle([x - w * 0.22, top + r * 0.18, x + w * 0.22, top + r * 0.18 + w * 0.42], fill=window)


def draw_fish(d, colour, cx, cy, r, fg, whole):
    """Tail and fins have the body's colour, so they stand out wherever the body does."""
    at = lambda pts: [(cx + x * r, cy + y * r) for x, y in pts]
    if whole:
        d.polygon(at([(0.24, 0), (1.02, -0.58), (0.82, 0), (1.02, 0.58)]), fill=fg)        # tail
    d.polygon(at([(-0.42, -0.36), (0.12, -0.82), (0.34, -0.20)]), fill=fg)              # back fin
    d.polygon(at(oval(0.72, 0.48, -0.24)), fill=fg)
    fin = blend(fg, (255, 255, 255), 0.45) if colour == "black" else blend(fg, (0, 0, 0), 0.4)
    d.polygon(at([(-0.14, 0.06), (0.24, -0.12), (0.24, 0.28)]), fill=fin)                   # side fin
    ex, ey, q, pale = cx - r * 0.60, cy - r * 0.12, r * 0.16, colour in ("white", "yellow")
    if not pale:
        d.ellipse([ex - q, ey - q, ex + q, ey + q], fill=(255, 255, 255))
    q *= 0.75 if pale else 0.55
    d.ellipse([ex - q, ey - q, ex + q, ey + q], fill=(15, 15, 20))


def draw(subject, colour, bg, size, rng, whole=True):
    """One picture, uint8 [SIDE, SIDE, 3]; size is 'small', 'big' or None.

    whole=False leaves out what a flower, house or fish is known by (petals, roof, tail).
    """
    side = SIDE * OVERSAMPLE
    back, fg = jitter(COLOURS[bg], rng), jitter(COLOURS[colour], rng)
    im = Image.new("RGB", (side, side), back)
    d = ImageDraw.Draw(im)
    r = rng.uniform(*RADII[size])
    free = max(0.0, SIDE / 2 - r - 5) * 0.6
    cx, cy = (SIDE / 2 + rng.uniform(-free, free) for _ in range(2))
    r, cx, cy = r * OVERSAMPLE, cx * OVERSAMPLE, cy * OVERSAMPLE
    if subject == "flower":
        draw_flower(d, colour, bg, cx, cy, r, fg, rng, whole)
    elif subject == "house":
        draw_house(d, colour, bg, cx, cy, r, fg, whole)
    elif subject == "fish":
        draw_fish(d, colour, cx, cy, r, fg, whole)
    else:
        draw_shape(d, subject, cx, cy, r, fg, rng)
    return np.asarray(im.reduce(OVERSAMPLE))


def with_article(words):
    return ("an " if words[0] in "aeiou" else "a ") + words


def sample_spec(rng, subjects):
    """(subject, colour, background, size); the two colours always differ."""
    subject = subjects[rng.integers(len(subjects))]
    colour, bg = rng.choice(len(COLOUR_NAMES), 2, replace=False)
    size = [None, None, "small", "big"][rng.integers(4)]
    return subject, COLOUR_NAMES[colour], COLOUR_NAMES[bg], size


def caption(subject, colour, bg, size, template):
    sz = size + " " if size else ""
    full = with_article(f"{sz}{colour} {subject}")
    on = f"on {with_article(bg)} background"
    return [f"{full} {on}", f"{full} {on}", f"{full} {on}", f"a picture of {full} {on}",
            f"{sz}{colour} {subject}, {bg} background", full, f"{colour} {subject}",
            with_article(f"{sz}{subject}")][template]


def all_words():
    extra = "a an on picture of background , . and with the drawing".split()
    return sorted(set(COLOUR_NAMES) | set(SUBJECTS) | set(SIZES) | set(extra))


def make(n, subjects, seed):
    """n pictures and their specifications."""
    rng = np.random.default_rng(seed)
    pictures, specs = np.empty((n, SIDE, SIDE, 3), np.uint8), []
    for i in range(n):
        spec = sample_spec(rng, subjects)
        specs.append(spec)
        pictures[i] = draw(*spec, rng)
    return pictures, specs


def sheet(images, columns, pad=2):
    """Contact sheet of equally large uint8 pictures."""
    rows = (len(images) + columns - 1) // columns
    h, w = images[0].shape[:2]
    g = np.full((rows * (h + pad), columns * (w + pad), 3), 128, np.uint8)
    for i, im in enumerate(images):
        y, x = divmod(i, columns)
        g[y * (h + pad):y * (h + pad) + h, x * (w + pad):x * (w + pad) + w] = im
    return Image.fromarray(g)


if __name__ == "__main__":
    rng = np.random.default_rng(1)
    demo = [draw(s, COLOUR_NAMES[(i * 3 + j) % 8], COLOUR_NAMES[(i * 3 + j + 3) % 8], None, rng)
            for i, s in enumerate(SUBJECTS) for j in range(6)]
    sheet(demo, 12).save(sys.argv[1])
