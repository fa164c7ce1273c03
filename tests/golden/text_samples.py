# SPDX-FileCopyrightText: 2026 SegMoE Studio developers
# SPDX-License-Identifier: Apache-2.0
"""Texts of many scripts and oddities for the tokenizer, and prompts for the attention syntax."""
import random
import unicodedata

PLAIN = """
|a photograph of an astronaut riding a horse
|A Castle, at NIGHT; 8K UHD!!! (trending on ArtStation)
|it's they're we've i'm she'll he'd don't 'tis rock'n'roll O'Brien's
|IT'S THEY'RE WE'VE I'M SHE'LL HE'D DON'T
|''s 'S''t '' ' 'sa 'rea 'lls
|1girl, 2boys, 100mm f/1.8 ISO3200 24k 3.14159
|e-mail: someone@example.org, https://example.org/?q=1&r=2#x
|D:\\art\\file.png  pictures/*.jpg
|$100 50% #1 @home a&b c|d e^f g=h {i} [j] <k> l_m n~o `p`
|!!! ??? ... ,,, --- === +++ *** ///
|&amp; &lt;b&gt; &quot;x&quot; &#39; &nbsp; &copy;
|  leading and   inner    spaces\tand\ttabs\n\nand lines\r\n  
|snake_case camelCase kebab-case SCREAMING_CASE dot.case
|Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor
|antidisestablishmentarianism floccinaucinihilipilification pneumonoultramicroscopicsilicovolcanoconiosis
|the quick brown fox jumps over the lazy dog THE QUICK BROWN FOX JUMPS OVER THE LAZY DOG
|masterpiece, best quality, (ultra-detailed:1.2), [blurry], <lora:style:0.8>
|a BREAK b AND c [cat:dog:0.5] {red|green}
""".strip("\n").split("\n")
PLAIN = [line[1:].encode().decode("unicode_escape") if "\\t" in line else line[1:].replace("\\\\", "\\") for line in PLAIN]

SCRIPTS = """
Ein großes Schloß über den Wäldern, STRASSE ẞ Öl Übung ÄÖÜ
un château français, L'ŒUVRE d'art, ÇA VA? naïve façade
el niño ¿dónde está? ¡Aquí! PIÑATA AÑO
Zażółć gęślą jaźń ŁÓDŹ ŻÓŁW
Příliš žluťoučký kůň úpěl ďábelské ódy ŘEŘICHA
İstanbul ISPARTA ıspanak IĞDIR ğüşöç İİİ i̇ı
Ελληνικά ΟΔΥΣΣΕΥΣ ΣΊΣΥΦΟΣ ᾳ ᾼ ΆΈΉΊΌΎΏ ς σ Σ
Москва БОЛЬШОЙ ТЕАТР ёлка Ё й Й ї ґ Ѓ
Հայաստան ԵՐԵՎԱՆ և
საქართველო ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ Ⴀⴀ
שלום עולם שָׁלוֹם בְּרֵאשִׁית יִשְׂרָאֵל
مرحبا بالعالم السَّلامُ عَلَيْكُمْ ١٢٣ ۱۲۳ لا ﷺ ﻻ
नमस्ते दुनिया क्षत्रिय हिन्दी १२३ क़ ड़ श्रीमान्
বাংলা ভাষা কো কৌ ১২৩
தமிழ் மொழி கொ கோ கௌ
తెలుగు ಕನ್ನಡ ಕೊ ಕೋ മലയാളം കൊ ගෝ
ไทย ภาษาไทย น้ำใจ เกี๊ยว ๑๒๓
ພາສາລາວ ຳ ម្រេច ភាសាខ្មែរ មន្តស្ន
མི་རིགས་ བོད་ཡིག ༡༢༣ གྷ ཱི ཱུ
မြန်မာဘာသာ ဦ ဉ ော
中文 你好，世界！ 山水画 漢字 龍 龜
日本語 カタカナ ひらがな ガ ガ ﾊﾟ ｶﾞ が が 東京タワー ー 々 〆
한국어 안녕하세요 각 각 ㄱㅏㄱ 힣 ퟰ
ไก่ Tiếng Việt nước mắm ĐƯỜNG ệ ệ ǖ ǖ ộ
አማርኛ ሀሎ ᏣᎳᎩ ꭰ Ꭰ ᐃᓄᒃᑎᑐᑦ ᚠᚢᚦ ᚁᚂ
𐐀𐐨 𝐁𝐨𝐥𝐝 𝒮𝒸𝓇𝒾𝓅𝓉 𝔉𝔯𝔞𝔨 𝟘𝟙𝟚 𓀀𓁐 𠀀𠮷 𫝀 𞤀𞤢
Ǆ ǅ ǆ Ǉ ǈ ǉ ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ Ĳ ĳ ŉ ſ K Å Ω ℵ ℃ №
０１２３４５ ＡＢＣ ａｂｃ ！？ ＂ （） ｛｝ ～ ￥ ￠
½ ¼ ⅓ ² ³ ¹ ① ⑳ Ⅳ ⅷ ㊿ ₀ ⁰ 〇 一二三 ٣ ৪ ௧ ༳ 𐄇 𒐀
‘single’ “double” ‚low‛ „low‟ «guillemets» ‹x› – — … • · † ‡ ‰ ′ ″ ‴
← → ↔ ⇒ ∀ ∃ ∑ ∏ √ ∞ ≈ ≠ ≤ ≥ ⊂ ⊕ ∂ ∇ ∫
★ ☆ ♥ ♦ ♣ ♠ ♪ ♫ ☃ ☀ ☂ ☎ ✓ ✗ ❤ ➜ ■ □ ▲ △ ● ○ ░ ▒ ▓ █ ─ │ ┌ ┼
😀 😂 🥰 🤖 👾 🎨 🏔 🌅 🐉 🦄 🍕
👨‍👩‍👧‍👦 👩🏽‍🚀 🏳️‍🌈 🏴‍☠️ 👍🏿 🇩🇪 🇯🇵 1️⃣ #️⃣ ❤️ ☀︎ 🫠 🪿
é e\u0301 \u00e9\u0301 a\u0323\u0302 a\u0302\u0323 q\u0307\u0323 q\u0323\u0307 o\u0302\u0301\u0323
Z\u0351\u036b\u0343a\u035b\u0321\u0316l\u0334\u0322\u0326g\u0320\u0353o\u0338\u0337\u0336
x\u0307\u0307\u0307 \u0301abc \u0344 \u0340\u0341 \u0958 \u095c \u0f73 \u2126 \u212b \ufb1d \ufb4f
zero\u200bwidth joi\u200dner non\u200cjoiner word\u2060joiner bom\ufeffinside \ufeffstart soft\u00adhyphen
rtl\u200e\u200fmarks \u202aembed\u202c \u2066isolate\u2069 \u061c \u180e \u034f
nbsp\u00a0here\u2007figure\u202fnarrow\u3000ideographic\u1680ogham\u2028line\u2029paragraph\u0085next\u2003em\u200ahair
a\u0001b\u0002c\u001fd\u007fe\u0080f\u009fg \u001c\u001d\u001e x\u000by\u000cz
nul\u0000inside\u0000 \u0000
\ufffd \ufffe \uffff \ufdd0 \ue000 \uf8ff \U0001fffe \U0010ffff \U000f0000 \U000e0001 \U000e0041
\u0378 \u05ff \u0870 \u0cdd \u1c89 \ua7cb \ua7da \U00010d50 \U00011f04 \U00016d40 \U0001e4d0 \U0002ebf0 \U00013460
\u16d63 \U00011938 \U00011935\U00011930 \U000105c9\u0307 \U000105d2 \u1715\u0301 a\u0898\u0327
ǰ ΐ ΰ և ẖ ẗ ẘ ẙ ẚ ὖ Ὦ ᾯ ῷ ﬓ ﬗ
\u0130 \u0131 I\u0307 i\u0307 \u01c5 \u1f88 \u03a3\u03a3 \u03c3\u03c2 \u1e9e \u00df \u2160 \u24b6 \uff21 \U0001f130
\u1100\u1161\u11a8 \uac00\u11a8 \uac01\u11a8 \ua960 \ud7b0 \u1112\u1175\u11c2 \u3131\u314f
""".strip("\n").split("\n")
SCRIPTS = [s.encode("ascii", "backslashreplace").decode("unicode_escape") for s in SCRIPTS]

SPECIAL = ["<|endoftext|>", "<|startoftext|>", "a<|endoftext|>b", "<|ENDOFTEXT|>", "<|StartOfText|>!", "x <|endoftext|>  y <|startoftext|> z",
           "!!<|startoftext|>!!", "!!<|ENDOFTEXT|>!!", "<|endoftext", "<|endoftext|", "<|endoftext|>|>", "<<|endoftext|>>", "hello!!! wow ! <|ENDOFTEXT|>",
           "<|endoftext|><|endoftext|>", " <cat-toy> <Cat> <CAT-TOY>", "a<cat-toy>b<Cat>c", "x <Cat-Toy> y\u3000<cat-toy>\u00a0 z",
           "castle gate", "old castle gate!", "castlegate castle gates", "CASTLE GATE_ castle gate", "<|EndOfText|>'s <|startoftext|>1", "! !a! a!b"]

INVALID = [b"abc\x80def", b"\xff\xfe", b"ab\xc3", b"\xe2\x82 x", b"\xe2\x28\xa1", b"\xf0\x90\x28\xbc", b"\xc0\xaf \xe0\x80\xaf \xf0\x80\x80\xaf",
           b"\xed\xa0\x80 \xed\xbf\xbf", b"\xf4\x90\x80\x80", b"\xf8\x88\x80\x80\x80", b"ok \xe4\xb8\xad\xe4\xb8 end", b"\xf0\x9f\x98 \xf0\x9f\x98\x80"]

LONG = ["a" * 400, "ab" * 300, "castle" * 60, "!" * 200, "'" * 90, "1234567890" * 12, "é" * 150, "龍" * 120, "\u0301" * 80, "👨‍👩‍👧‍👦" * 12,
        " ".join(["a red castle on a hill at sunset, highly detailed oil painting,"] * 22), "x " * 260, ", ".join(["masterpiece", "best quality", "8k"] * 30),
        " \t\n" * 50, "", " ", "a", "<|endoftext|>" * 30]


def random_text(rng):
    """A dozen characters from anywhere, half of them near each other."""
    length = rng.randint(1, 14)
    if rng.random() < 0.5:
        start = rng.choice([0x20, 0x80, 0x250, 0x370, 0x590, 0x900, 0xE00, 0x1E00, 0x2000, 0x2190, 0x3040, 0x4E00, 0xA640, 0xAC00, 0xF900, 0xFE00,
                            0xFF00, 0x10000, 0x11000, 0x1D400, 0x1F300, 0x20000])
        return "".join(chr(start + rng.randrange(0x180)) for _ in range(length)).replace("\ud800", "")
    scalars = [c if not 0xD800 <= c < 0xE000 else 0x20 for c in (rng.randrange(1, 0x110000) if rng.random() < 0.4 else rng.randrange(1, 0x3400) for _ in range(length))]
    return "".join(map(chr, scalars))


def all_samples():
    rng = random.Random(3)
    mixed = []
    pieces = [w for s in PLAIN + SCRIPTS for w in s.split(" ") if w]
    for _ in range(120):
        joined = rng.choice(["", " ", ", ", "\u200d", "\u0301", "  "]).join(rng.choice(pieces) for _ in range(rng.randint(2, 7)))
        mixed.append(rng.choice([joined, joined.upper(), joined.title(), unicodedata.normalize("NFD", joined)]))
    return PLAIN + SCRIPTS + SPECIAL + INVALID + LONG + mixed + [random_text(rng) for _ in range(160)]


def combining_sequences(rng, count):
    """Marks of every age in random order after letters of many scripts, Hangul letters and Indic vowel parts."""
    marks = [c for c in range(0x300, 0x1E900) if unicodedata.category(chr(c)) in ("Mn", "Mc")]
    marks += [0x0898, 0x089F, 0x1ACE, 0x1DFA, 0x10EFD, 0x11F41, 0x1E4EC, 0x1E08F]
    bases = "aeoqEΑωяक்ড가각ᄀ각אب中あか\u1025\u09c7\u0bc6\u0dd9\U00011099\U00011131\U00011935 "
    for _ in range(count):
        text = ""
        for _ in range(rng.randint(1, 4)):
            text += rng.choice(bases)
            text += "".join(chr(rng.choice(marks) if rng.random() < 0.5 else rng.choice([0x300, 0x301, 0x302, 0x304, 0x307, 0x308, 0x323, 0x327, 0x328, 0x331,
                                0x345, 0x3099, 0x309A, 0x9BE, 0x9D7, 0xBBE, 0xDCF, 0x110BA, 0x11930, 0x1161, 0x11A8])) for _ in range(rng.randint(0, 4)))
        yield text


PROMPTS = ["", "plain", "(a)", "((a))", "[a]", "[[a]]", "(a:1.3)", "(a: 1.3 )", "(a:+.5)", "(a:-1)", "(a:1.)", "(a:1.2.3)", "(a:.)", "(a:)", "(a:b)",
           "a (b (c:1.5) d) e", "((a:1.2):1.5)", "(a [b] c)", "[a (b) c]", r"\(a\)", r"\[a\]", r"\\(a)", r"\\\(a)", r"a\b", "a\\", r"(\(a\):1.4)",
           "(a", "((a) b", "a)", "a))", "[a", "a]", "(a]", "[a)", "(a [b) c]", ")(", "][", "()", "[]", "((()))", "a()b", "a(\\x)b",
           "a:b", "a:1.2)", "(a:1.2", "a BREAK b", "a BREAK", "BREAK a", "a BREAK BREAK b", "aBREAK b", "BREAKa", "a,BREAK,b", "a\nBREAK\nb", "_BREAK_",
           "(a:1.2) BREAK (b:0.8)", "(a BREAK b:1.2)", "break Break", "é BREAK ü", "中BREAK文", "a and b", "a AND b", "cat ANDdog",
           "[a:b:0.5]", "[a:0.5]", "[a::0.5]", "[:a:3]", "[a|b]", "[a|b|c]", "x [a:b:0.5] y", "([a:b:0.5]:1.3)", "[(a:1.2):b:10]", "[a:b]", "[(a|b)]",
           "[a [b|c] d]", "[[a:b:3]|c]", r"\[a|b\]", r"[a\|b]", "[a:b:0.5", "{a|b} __wild__", "<lora:x:0.8>", "a <lora:x> b", "a<lora:x y:-0.5>b (c:1.1)",
           "<hypernet:h:1>", "<lora:>", "<lora::1>", "<lora:x:y>", "<lora:x:0.8", "a < b > c", "(<lora:x:1>a:1.2)", "😀 (😀:1.2) 龍[龍]", "(a:\u00a01.5\u2003)",
           "a (word) in [the] (middle:1.7), of\\) it", "(((((((((a)))))))))", "[[[[[[a]]]]]]", "(a:0)", "(a:1.0)b", "a  b", " a ", ", , (,) :::"]


def random_prompt(rng):
    atoms = ["a", "dog", " ", ", ", "(", ")", "[", "]", ":", ":1.2)", ":0.7)", "\\", "\\(", "\\]", " BREAK ", "BREAK", "|", "0.5", "1", "é", "龍", "\n", "(x)", "[y]", "AND"]
    return "".join(rng.choice(atoms) for _ in range(rng.randint(1, 18)))


def long_prompts(rng):
    words = "castle night light river forest red green blue, golden, detailed, sharp (focus:1.2) [blurry] art oil moon, star".split()
    fixed = ["a dog", "", "a BREAK", "BREAK", "a BREAK BREAK b", "dog " * 75, "dog " * 76, "dog " * 74 + ", dog", "dog " * 75 + ", dog", "dog " * 60 + ", " + "dog " * 30,
             "dog " * 54 + ", " + "cat " * 30, "dog " * 55 + ", " + "cat " * 30, "dog " * 56 + ", " + "cat " * 30, "dog " * 74 + "(cat:1.5) " * 3, "dog, " * 120,
             "(" + "dog " * 80 + ":1.3)", "dog " * 75 + "BREAK cat", "dog " * 150, "night " * 40 + "BREAK " + "day " * 90]
    return fixed + [" ".join(rng.choice(words) for _ in range(rng.randint(60, 130))) for _ in range(14)]
