// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/loaded_models_view.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/queue/residency.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

LoadedModelsView::LoadedModelsView(Residency& residency, const QString& prefix, QWidget* parent)
    : QWidget(parent),
      m_residency(residency),
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
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const auto& models = m_residency.models();
    for (int i = 0; i < static_cast<int>(models.size()); ++i) {
        const LoadedModel& model = models[static_cast<std::size_t>(i)];
        auto* name = new QLabel(model.name);
        name->setToolTip(model.path);
        auto* size = new QLabel(model.bytes > 0 ? QLocale().formattedDataSize(model.bytes, 2, QLocale::DataSizeSIFormat)
                                                : QString());
        auto* state = new QLabel(m_residency.isInUse() ? tr("in use by the running job") : QString());
        for (QLabel* label : {size, state}) label->setProperty("role", u"secondary"_s);
        m_rows->addWidget(name, i, 0);
        m_rows->addWidget(size, i, 1);
        m_rows->addWidget(state, i, 2);
    }
    m_rows->setColumnStretch(2, 1);
    m_empty->setVisible(models.empty());
    m_all->setEnabled(!models.empty() && !m_residency.isInUse());
}

}  // namespace segmoe::ui
