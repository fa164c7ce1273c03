// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/size_buckets.h"

#include <algorithm>

#include <QCoreApplication>

namespace segmoe::ui {

namespace {

QString title(const char* source) { return QCoreApplication::translate("SizeBuckets", source); }

std::vector<SizeBucket> sdxlBuckets() {
    return {{title(QT_TRANSLATE_NOOP("SizeBuckets", "Square")), 1024, 1024},
            {title(QT_TRANSLATE_NOOP("SizeBuckets", "Portrait 3:4")), 896, 1152},
            {title(QT_TRANSLATE_NOOP("SizeBuckets", "Portrait 2:3")), 832, 1216},
            {title(QT_TRANSLATE_NOOP("SizeBuckets", "Portrait 9:16")), 768, 1344},
            {title(QT_TRANSLATE_NOOP("SizeBuckets", "Tall")), 640, 1536},
            {title(QT_TRANSLATE_NOOP("SizeBuckets", "Landscape 4:3")), 1152, 896},
            {title(QT_TRANSLATE_NOOP("SizeBuckets", "Landscape 3:2")), 1216, 832},
            {title(QT_TRANSLATE_NOOP("SizeBuckets", "Landscape 16:9")), 1344, 768},
            {title(QT_TRANSLATE_NOOP("SizeBuckets", "Wide")), 1536, 640}};
}

std::vector<SizeBucket> sd1Buckets() {
    return {{title("Square"), 512, 512},
            {title("Portrait 2:3"), 512, 768},
            {title("Portrait 3:4"), 512, 704},
            {title("Portrait 9:16"), 448, 768},
            {title("Landscape 3:2"), 768, 512},
            {title("Landscape 4:3"), 704, 512},
            {title("Landscape 16:9"), 768, 448},
            {title(QT_TRANSLATE_NOOP("SizeBuckets", "Large square (may repeat objects)")), 768, 768}};
}

/// SD2 at 768: the pixels of the native square, kept at other shapes.
std::vector<SizeBucket> sd2Buckets() {
    return {{title("Square"), 768, 768},         {title("Portrait 3:4"), 640, 896},  {title("Portrait 2:3"), 640, 960},
            {title("Portrait 9:16"), 576, 1024}, {title("Landscape 4:3"), 896, 640}, {title("Landscape 3:2"), 960, 640},
            {title("Landscape 16:9"), 1024, 576}};
}

int nearest64(int value) { return std::max(64, (value + 32) / 64 * 64); }

}  // namespace

std::vector<SizeBucket> sizeBuckets(const Architecture& architecture, int nativeSize) {
    if (architecture.family == ModelFamily::Sdxl && nativeSize == 1024) return sdxlBuckets();
    if (nativeSize == 512) return sd1Buckets();
    if (nativeSize == 768) return sd2Buckets();
    const int longSide = nearest64(nativeSize * 3 / 2);
    return {{title("Square"), nativeSize, nativeSize},
            {title("Portrait 2:3"), nativeSize, longSide},
            {title("Landscape 3:2"), longSide, nativeSize}};
}

}  // namespace segmoe::ui
