// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/licence_panel.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QString word(Permission permission) {
    switch (permission) {
        case Permission::Yes: return LicencePanel::tr("yes");
        case Permission::No: return LicencePanel::tr("no");
        case Permission::Unknown: break;
    }
    return LicencePanel::tr("unknown");
}

QString licenceOf(const SourceInfos& infos, const std::string& source) {
    const SourceInfo& info = infoOf(infos, toText(source));
    return info.state == SourceInfo::State::Ok ? toText(info.facts.license) : QString();
}

/// Base, experts and LoRAs, each source once.
std::vector<std::pair<QString, std::string>> partsOf(const MixRecipe& recipe) {
    std::vector<std::pair<QString, std::string>> parts;
    const auto add = [&](const QString& name, const std::string& source) {
        if (source.empty()) return;
        for (const auto& [known, other] : parts)
            if (other == source) return;
        parts.emplace_back(name, source);
    };
    add(sourceStem(toText(recipe.base)), recipe.base);
    for (const ExpertSpec& expert : recipe.experts) add(sourceStem(toText(expert.source)), expert.source);
    for (const LoraRef& lora : recipe.loras) add(sourceStem(toText(lora.source)), lora.source);
    for (const ExpertSpec& expert : recipe.experts)
        for (const LoraRef& lora : expert.loras) add(sourceStem(toText(lora.source)), lora.source);
    return parts;
}

}  // namespace

LicencePanel::LicencePanel(QWidget* parent) : QWidget(parent), m_table(new QTableWidget(0, 6)), m_sum(new QLabel) {
    setObjectName(u"mix_licence_panel"_s);
    nameControl(m_table, u"mix_licence_table"_s, tr("Licences of the parts"));
    m_table->setHorizontalHeaderLabels(
        {tr("Part"), tr("Licence"), tr("Sell"), tr("Change"), tr("Credit"), tr("Share")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->hide();
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_sum->setWordWrap(true);
    m_sum->setObjectName(u"mix_licence_sum_label"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_table, 1);
    column->addWidget(m_sum);
}

void LicencePanel::addRow(const QString& part, const QString& licence, const LicenceTerms& terms) {
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const QString cells[] = {part,
                             licence.isEmpty() ? tr("unknown") : licence,
                             word(terms.commercial),
                             word(terms.derivatives),
                             word(terms.needsCredit),
                             word(terms.shareMerges)};
    for (int i = 0; i < 6; ++i) m_table->setItem(row, i, new QTableWidgetItem(cells[i]));
}

void LicencePanel::show(const MixRecipe& recipe, const SourceInfos& infos) {
    m_table->setRowCount(0);
    for (const auto& [name, source] : partsOf(recipe)) {
        const QString licence = licenceOf(infos, source);
        addRow(name, licence, licenceTerms(licence));
    }
    m_sum->setText(rollUp(recipe, infos));
}

QString LicencePanel::rollUp(const MixRecipe& recipe, const SourceInfos& infos) {
    const auto parts = partsOf(recipe);
    if (parts.empty()) return {};
    std::optional<LicenceTerms> all;
    for (const auto& [name, source] : parts) {
        const LicenceTerms terms = licenceTerms(licenceOf(infos, source));
        all = all ? strictest(*all, terms) : terms;
    }
    return tr("Strictest: selling %1, sharing the mixture %2, credit %3.")
        .arg(word(all->commercial), word(all->shareMerges),
             all->needsCredit == Permission::Yes  ? tr("required")
             : all->needsCredit == Permission::No ? tr("not required")
                                                  : tr("unknown"));
}

}  // namespace segmoe::ui
