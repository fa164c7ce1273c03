# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""JPEG and WebP files with EXIF written by Pillow, with the pixels Pillow reads from them."""
import json
import pathlib

import numpy
from PIL import Image

TEXT = "Größe 龍 😀, (soft light:1.2)\nNegative prompt: blurry\nSteps: 20, Sampler: Euler, CFG scale: 7"
PLAIN = "a house\nSteps: 3, Sampler: Heun, Seed: 5"
USER_COMMENT, MAKE, MODEL, ORIENTATION, EXIF_DIRECTORY = 0x9286, 0x010F, 0x0110, 0x0112, 0x8769


def smooth(height=12, width=20):
    y, x = numpy.mgrid[0:height, 0:width]
    return numpy.stack([x * 12, y * 20, 255 - x * 6 - y * 8], axis=-1).clip(0, 255).astype(numpy.uint8)


def exif(comment=None, endian="<", **tags):
    block = Image.Exif()
    block.endian = endian
    if comment is not None:
        block.get_ifd(EXIF_DIRECTORY)[USER_COMMENT] = comment
    for tag, value in tags.items():
        block[int(tag[1:], 16)] = value
    return block.tobytes()


def comments():
    """name → (EXIF block, what it says)"""
    unicode = b"UNICODE\0"
    return {
        "big endian": (exif(unicode + TEXT.encode("utf-16-be"), ">"), TEXT),
        "big endian in a little-endian block": (exif(unicode + TEXT.encode("utf-16-be")), TEXT),
        "little endian": (exif(unicode + TEXT.encode("utf-16-le")), TEXT),
        "byte-order mark": (exif(unicode + TEXT.encode("utf-16")), TEXT),
        "byte-order mark, big": (exif(unicode + b"\xfe\xff" + TEXT.encode("utf-16-be")), TEXT),
        "ascii": (exif(b"ASCII\0\0\0" + PLAIN.encode()), PLAIN),
        "ascii that is UTF-8": (exif(b"ASCII\0\0\0" + TEXT.encode()), TEXT),
        "undefined code": (exif(bytes(8) + PLAIN.encode()), PLAIN),
        "no code": (exif(PLAIN.encode()), PLAIN),
        "japanese code": (exif(b"JIS\0\0\0\0\0" + PLAIN.encode()), None),
        "no comment": (exif(x010F="camera"), None),
    }


def pictures(out):
    rgb = smooth()
    image = Image.fromarray(rgb)
    cmyk = image.convert("CMYK")
    note = exif(b"UNICODE\0" + TEXT.encode("utf-16-be"))
    files = {
        "plain.jpg": (image, {"quality": 95, "subsampling": 0}, None),
        "exif.jpg": (image, {"quality": 90, "exif": note, "comment": "by hand"}, TEXT),
        "progressive.jpg": (image, {"quality": 80, "progressive": True}, None),
        "grey.jpg": (image.convert("L"), {"quality": 95}, None),
        "cmyk.jpg": (cmyk, {"quality": 95}, None),
        "lossy.webp": (image, {"quality": 90}, None),
        "lossless.webp": (image, {"lossless": True, "exif": note}, TEXT),
        "alpha.webp": (Image.merge("RGBA", (*image.split(), image.split()[0])), {"lossless": True, "exact": True}, None),
    }
    index = []
    for name, (source, options, comment) in files.items():
        source.save(out / name, **options)
        with Image.open(out / name) as read:
            pixels = read.convert("RGBA").convert("RGB") if "alpha" in name else read.convert("RGB")
            index.append({"file": name, "width": read.width, "height": read.height, "rgb": numpy.asarray(pixels).tobytes().hex(), "comment": comment})
    return index


def orientations(out):
    """The same picture stored eight ways; Pillow's own transposition says how each is shown."""
    from PIL import ImageOps

    stored = Image.fromarray(smooth(6, 10))
    shown = []
    for orientation in range(1, 9):
        name = f"turned{orientation}.webp"
        stored.save(out / name, lossless=True, exif=exif(x0112=orientation))
        with Image.open(out / name) as read:
            upright = ImageOps.exif_transpose(read).convert("RGB")
            shown.append({"file": name, "width": upright.width, "height": upright.height, "rgb": numpy.asarray(upright).tobytes().hex()})
    return shown


def main(out_dir):
    out = pathlib.Path(out_dir) / "pictures"
    out.mkdir(parents=True, exist_ok=True)
    index = {"pictures": pictures(out), "orientations": orientations(out),
             "comments": [{"name": n, "exif": b.hex(), "text": t} for n, (b, t) in comments().items()]}
    (out / "index.json").write_text(json.dumps(index, separators=(",", ":")) + "\n")
