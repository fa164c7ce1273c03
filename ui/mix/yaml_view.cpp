// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mix/yaml_view.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/mix/yaml_edit.h"
#include "ui/mix/yaml_lines.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDelayMs = 60;

}  // namespace

YamlView::YamlView(Theme& theme, MixDocument& document, MixClient& client, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_client(client),
      m_edit(new YamlEdit(theme)),
      m_diff(new QPushButton(tr("Changes"))) {
    setObjectName(u"mix_yaml_view"_s);
    const auto button = [&](const QString& icon, const QString& text, const QString& name) {
        auto* made = new QPushButton(text);
        theme.bindIcon(made, icon);
        nameControl(made, name, text);
        return made;
    };
    auto* copy = button(u"copy"_s, tr("Copy"), u"mix_yaml_copy_button"_s);
    auto* exportButton = button(u"export"_s, tr("Export…"), u"mix_yaml_export_button"_s);
    auto* importButton = button(u"import"_s, tr("Import…"), u"mix_yaml_import_button"_s);
    theme.bindIcon(m_diff, u"diff"_s);
    m_diff->setCheckable(true);
    nameControl(m_diff, u"mix_yaml_diff_button"_s, tr("Changes since saved"),
                tr("Compare with the last saved recipe."));
    auto* files = new QHBoxLayout;
    files->setSpacing(8);
    for (QPushButton* each : {copy, exportButton, importButton}) files->addWidget(each);
    auto* row = new WrapLayout(8, 6, WrapLayout::Rest::Between);
    row->setContentsMargins(12, 8, 12, 8);
    row->add(files);
    row->add(m_diff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_edit, 1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &YamlView::ask);
    connect(&document, &MixDocument::changed, &m_delay, qOverload<>(&QTimer::start));
    connect(&client, &MixClient::textWritten, this, [this](quint64 id, const QString& yaml) {
        if (id == m_question) m_yaml = yaml;
        if (id == m_savedQuestion) m_savedYaml = yaml;
        if (id == m_question || id == m_savedQuestion) display();
    });
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_yaml); });
    connect(exportButton, &QPushButton::clicked, this, &YamlView::exportWanted);
    connect(importButton, &QPushButton::clicked, this, &YamlView::importWanted);
    connect(m_diff, &QPushButton::toggled, this, &YamlView::display);
    connect(m_edit, &YamlEdit::lineChosen, this, [this](int line) {
        if (m_diff->isChecked()) return;
        const std::vector<int> cards = cardsOfLines(m_yaml);
        const int expert =
            line >= 0 && line < static_cast<int>(cards.size()) ? cards[static_cast<std::size_t>(line)] : -2;
        if (expert == -2) return;
        const int card = expert < 0 ? -1 : cardOfExpert(expert);
        showCard(card);
        Q_EMIT cardChosen(card);
    });
    ask();
}

int YamlView::cardOfExpert(int expert) const {
    for (int card = 0; card < m_document.cardCount(); ++card)
        if (m_document.state().letterIndex(card) == expert) return card;
    return -1;
}

void YamlView::ask() {
    m_question = m_client.newId();
    m_client.writeText(m_question, m_document.recipe());
    if (m_document.saved()) {
        m_savedQuestion = m_client.newId();
        m_client.writeText(m_savedQuestion, *m_document.saved());
    }
    m_diff->setEnabled(m_document.saved().has_value());
    if (!m_diff->isEnabled()) m_diff->setChecked(false);
}

void YamlView::display() {
    m_edit->showYaml(m_diff->isChecked() ? comparison(m_savedYaml, m_yaml) : m_yaml, m_diff->isChecked());
}

void YamlView::showCard(int card) {
    const int expert = card < 0 ? -1 : m_document.state().letterIndex(card);
    const std::vector<int> cards = cardsOfLines(m_yaml);
    int first = -1, last = -1;
    for (int line = 0; line < static_cast<int>(cards.size()); ++line) {
        if (cards[static_cast<std::size_t>(line)] != expert || (card >= 0 && expert < 0)) continue;
        if (first < 0) first = line;
        last = line;
    }
    m_edit->markLines(first, last);
}

}  // namespace segmoe::ui
