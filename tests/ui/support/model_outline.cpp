// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/model_outline.h"

#include <algorithm>
#include <string>
#include <utility>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "tests/support/safetensors_bytes.h"
#include "tests/ui/support/written_file.h"

namespace segmoe::test {

namespace {

using Shape = std::vector<int>;
using Tensors = std::vector<std::pair<QString, Shape>>;

/// What distinguishes the families: channels and depths level by level, as their papers give them.
struct Layout {
    Shape channels;
    std::vector<Shape> down;  ///< transformer blocks of each attention, by level
    std::vector<Shape> up;
    int middle;
    int context;
    bool isLinear;       ///< projections in and out of the attentions
    int addedEmbedding;  ///< 0 = none
};

const Layout kSd1{
    {320, 640, 1280, 1280}, {{1, 1}, {1, 1}, {1, 1}, {}}, {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}, {}}, 1, 768, false, 0};
const Layout kSdxl{{320, 640, 1280}, {{}, {2, 2}, {10, 10}}, {{}, {2, 2, 2}, {10, 10, 10}}, 10, 2048, true, 2816};

void addAttentions(Tensors& tensors, const QString& block, const Shape& depths, const Layout& layout) {
    for (std::size_t a = 0; a < depths.size(); ++a) {
        const QString attention = QStringLiteral("%1.attentions.%2").arg(block).arg(a);
        tensors.emplace_back(attention + QStringLiteral(".proj_in.weight"),
                             layout.isLinear ? Shape{1, 1} : Shape{1, 1, 1, 1});
        for (int depth = 0; depth < depths[a]; ++depth) {
            const QString place = QStringLiteral("%1.transformer_blocks.%2.").arg(attention).arg(depth);
            for (const char* name : {"norm1.weight", "ff.net.0.proj.bias", "ff.net.2.bias"})
                tensors.emplace_back(place + QLatin1StringView(name), Shape{1});
            for (const char* name :
                 {"attn1.to_q", "attn1.to_k", "attn1.to_v", "attn2.to_q", "ff.net.0.proj", "ff.net.2"})
                tensors.emplace_back(place + QLatin1StringView(name) + QStringLiteral(".weight"), Shape{1, 1});
            for (const char* name : {"attn2.to_k.weight", "attn2.to_v.weight"})
                tensors.emplace_back(place + QLatin1StringView(name), Shape{1, layout.context});
        }
    }
}

Tensors unet(const Layout& layout) {
    Tensors tensors{{QStringLiteral("conv_in.weight"), {1, 4, 1, 1}},
                    {QStringLiteral("conv_out.weight"), {4, 1, 1, 1}},
                    {QStringLiteral("time_embedding.linear_1.weight"), {1, 1}}};
    if (layout.addedEmbedding > 0)
        tensors.emplace_back(QStringLiteral("add_embedding.linear_1.weight"), Shape{1, layout.addedEmbedding});
    const std::size_t levels = layout.channels.size();
    for (std::size_t level = 0; level < levels; ++level) {
        const QString down = QStringLiteral("down_blocks.%1").arg(level);
        const QString up = QStringLiteral("up_blocks.%1").arg(levels - 1 - level);
        for (int resnet = 0; resnet < 2; ++resnet)
            tensors.emplace_back(QStringLiteral("%1.resnets.%2.conv1.weight").arg(down).arg(resnet),
                                 Shape{layout.channels[level], 1, 1, 1});
        addAttentions(tensors, down, layout.down[level], layout);
        addAttentions(tensors, up, layout.up[level], layout);
    }
    addAttentions(tensors, QStringLiteral("mid_block"), {layout.middle}, layout);
    return tensors;
}

Tensors tensorsOf(Outline outline) {
    switch (outline) {
        case Outline::Sd1: return unet(kSd1);
        case Outline::Sdxl: return unet(kSdxl);
        case Outline::Vae: break;
    }
    return {{QStringLiteral("encoder.conv_in.weight"), {128, 3, 3, 3}},
            {QStringLiteral("decoder.conv_in.weight"), {512, 4, 3, 3}}};
}

}  // namespace

bool writeOutline(const QString& file, Outline outline) {
    constexpr int kHalf = 2;  // bytes of a number
    QJsonObject header;
    qint64 end = 0;
    for (const auto& [name, shape] : tensorsOf(outline)) {
        QJsonArray sizes;
        qint64 bytes = kHalf;
        for (const int size : shape) {
            sizes << size;
            bytes *= size;
        }
        header[name] = QJsonObject{{QStringLiteral("dtype"), QStringLiteral("F16")},
                                   {QStringLiteral("shape"), sizes},
                                   {QStringLiteral("data_offsets"), QJsonArray{end, end + bytes}}};
        end += bytes;
    }
    const std::string text = QJsonDocument(header).toJson(QJsonDocument::Compact).toStdString();
    return writeWhole(file, safetensorsBytes(text, std::string(static_cast<std::size_t>(end), '\0')));
}

}  // namespace segmoe::test
