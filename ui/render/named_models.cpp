// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/named_models.h"

#include <QFileInfo>

#include "core/domain/model_name.h"
#include "ui/bridge/qt_convert.h"
#include "ui/library/known_models.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

QString modelTitle(const QString& path) { return toText(modelNameOf(toPath(path), QFileInfo(path).isDir())); }

QString modelNamed(const std::string& name, const QStringList& models) {
    const QString wanted = plainModelName(toText(name));
    if (wanted.isEmpty()) return {};
    for (const QString& known : models)
        if (plainModelName(modelTitle(known)) == wanted) return known;
    return {};
}

QString plainReference(QString reference) {
    if (reference.startsWith("hf:"_L1)) reference.remove(0, 3);
    if (reference.startsWith("civitai:"_L1) && reference.contains(u'@'))
        reference = u"civitai:"_s + reference.section(u'@', 1);
    return reference;
}

bool isOnHub(const NamedModel& model) { return !model.source.empty() && model.source != "file"; }

MissingModels missingModels(const std::vector<NamedModel>& missing) {
    MissingModels result;
    for (const NamedModel& model : missing) {
        if (isOnHub(model))
            result.references << toText(model.source);
        else
            result.unknown << toText(model.name);
    }
    result.references.removeDuplicates();
    return result;
}

}  // namespace segmoe::ui
