// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/loaded_models_view.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/queue/residency.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

LoadedModelsView::LoadedModelsView(Residency& residency, const QString& prefix, QWidget* parent)
    : QWidget(parent),
      m_residency(residency),
      m_prefix(prefix),
      m_rows(new QGridLayout),
      m_empty(new QLabel(tr("No model is loaded."))),
      m_all(new QPushButton(tr("Unload all"))) {
    setObjectName(prefix + u"_box"_s);
    m_empty->setProperty("role", u"secondary"_s);
    nameControl(m_all, prefix + u"_unload_all_button"_s, m_all->text(), tr("Free the memory of all loaded models."));
    m_rows->setHorizontalSpacing(16);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_empty);
    column->addLayout(m_rows);
    column->addWidget(m_all, 0, Qt::AlignLeft);
    connect(m_all, &QPushButton::clicked, &residency, &Residency::unloadAll);
    connect(&residency, &Residency::changed, this, &LoadedModelsView::refresh);
    refresh();
}

void LoadedModelsView::refresh() {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->setObjectName({});
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const auto& models = m_residency.models();
    for (int i = 0; i < static_cast<int>(models.size()); ++i) addRow(i, models[static_cast<std::size_t>(i)]);
    m_rows->setColumnStretch(1, 1);
    m_empty->setVisible(models.empty());
    m_all->setEnabled(!models.empty() && !m_residency.isInUse());
}

void LoadedModelsView::addRow(int row, const ResidentModel& model) {
    const bool isInUse = m_residency.isInUse();
    auto* name = new QLabel(toText(model.name));
    name->setToolTip(toText(model.source).toHtmlEscaped());
    auto* unload = new QPushButton(tr("Unload"));
    nameControl(unload, u"%1_unload_button_%2"_s.arg(m_prefix).arg(row), tr("Unload %1").arg(name->text()),
                isInUse ? tr("in use by the running job") : tr("Free the memory of this model."));
    unload->setEnabled(!isInUse);
    connect(unload, &QPushButton::clicked, this, [this, id = model.id] { m_residency.unload(id); });
    auto* kind = new QLabel(model.experts > 0 ? tr("mixture of %1").arg(model.experts) : tr("single model"));
    auto* places = new QLabel(isInUse ? tr("in use by the running job") : placesText(model));
    places->setToolTip(isInUse ? placesText(model)
                               : tr("What is mapped stays in its file: the system takes that "
                                    "memory back when something else needs it."));
    for (QLabel* label : {kind, places}) label->setProperty("role", u"secondary"_s);
    int column = 0;
    for (QWidget* cell : std::initializer_list<QWidget*>{name, kind, places, unload})
        m_rows->addWidget(cell, row, column++);
}

/// "GPU 6.1 GB · RAM 0.3 GB · mapped 6.9 GB", without what is nothing.
QString LoadedModelsView::placesText(const ResidentModel& model) {
    const auto size = [](std::int64_t bytes) {
        return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
    };
    QStringList places;
    if (model.deviceBytes > 0) places << tr("GPU %1").arg(size(model.deviceBytes));
    if (model.ownBytes > 0) places << tr("RAM %1").arg(size(model.ownBytes));
    if (model.mappedBytes > 0) places << tr("mapped %1").arg(size(model.mappedBytes));
    return places.join(u" · "_s);
}

}  // namespace segmoe::ui
