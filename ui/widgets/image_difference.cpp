// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/image_difference.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "ui/widgets/heat_palette.h"

namespace segmoe::ui {

QImage imageDifference(const QImage& a, const QImage& b) {
    if (a.isNull() || b.isNull()) return {};
    const QSize size = a.size().expandedTo(b.size());
    const auto prepared = [&size](const QImage& image) {
        const QImage fitted =
            image.size() == size ? image : image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        return fitted.convertToFormat(QImage::Format_RGB888);
    };
    const QImage first = prepared(a);
    const QImage second = prepared(b);
    QImage difference(size, QImage::Format_Grayscale8);
    for (int y = 0; y < size.height(); ++y) {
        const uchar* p = first.constScanLine(y);
        const uchar* q = second.constScanLine(y);
        uchar* out = difference.scanLine(y);
        for (int x = 0; x < size.width(); ++x, p += 3, q += 3)
            out[x] =
                static_cast<uchar>((std::abs(p[0] - q[0]) + std::abs(p[1] - q[1]) + std::abs(p[2] - q[2]) + 1) / 3);
    }
    return difference;
}

double shareAbove(const QImage& difference, int level) {
    if (difference.isNull()) return 0.0;
    qint64 above = 0;
    for (int y = 0; y < difference.height(); ++y) {
        const uchar* line = difference.constScanLine(y);
        above += std::count_if(line, line + difference.width(), [level](uchar value) { return value > level; });
    }
    return static_cast<double>(above) / (static_cast<double>(difference.width()) * difference.height());
}

QImage colorizeDifference(const QImage& difference, int brightest) {
    if (difference.isNull()) return {};
    QList<QRgb> table;
    for (int value = 0; value < 256; ++value)
        table << heatColor(HeatPalette::Cividis, std::min(1.0, static_cast<double>(value) / brightest)).rgb();
    // A grey picture's values are its indexes.
    QImage colored(difference.size(), QImage::Format_Indexed8);
    colored.setColorTable(table);
    for (int y = 0; y < difference.height(); ++y)
        std::copy_n(difference.constScanLine(y), difference.width(), colored.scanLine(y));
    return colored.convertToFormat(QImage::Format_RGB32);
}

}  // namespace segmoe::ui
