// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/prompt_field.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/render/prompt_edit.h"
#include "ui/render/prompt_highlighter.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPart = 75;

/// The core counts bytes of UTF-8, the text box UTF-16.
class Places {
public:
    explicit Places(const QString& text) : m_bytes(text.toUtf8()) {}
    int at(std::size_t byte) const {
        return static_cast<int>(QString::fromUtf8(m_bytes.left(static_cast<qsizetype>(byte))).size());
    }

private:
    QByteArray m_bytes;
};

}  // namespace

PromptField::PromptField(const Theme& theme, const QString& name, const QString& caption, const QString& toolTip,
                         int lines, QWidget* parent)
    : QWidget(parent),
      m_edit(new PromptEdit(theme, lines)),
      m_count(new QLabel),
      m_missing(new QWidget),
      m_missingText(new QLabel) {
    nameControl(m_edit, name + u"_edit"_s, caption, toolTip);
    m_count->setObjectName(name + u"_count_label"_s);
    m_count->setProperty("role", u"caption"_s);
    m_count->setToolTip(tr("Long prompts are split into parts of 75 tokens; BREAK starts a new part."));
    auto* label = new QLabel(caption);
    label->setProperty("role", u"caption"_s);
    label->setBuddy(m_edit);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(label, 1);
    head->addWidget(m_count);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_edit);
    column->addWidget(m_missing);
    m_missingText->setObjectName(name + u"_missing_label"_s);
    m_missingText->setProperty("role", u"warning"_s);
    m_missingText->setTextFormat(Qt::PlainText);
    m_missingText->setWordWrap(true);
    auto* find = new QToolButton;
    find->setText(tr("Find"));
    find->setProperty("role", u"link"_s);
    nameControl(find, name + u"_find_lora_button"_s, tr("Find what is missing"),
                tr("Look for this name among the models"));
    connect(find, &QToolButton::clicked, this,
            [this] { Q_EMIT findWanted(m_missingLora.isEmpty() ? m_missingEmbedding : m_missingLora); });
    auto* missing = new QHBoxLayout(m_missing);
    missing->setContentsMargins(0, 0, 0, 0);
    missing->setSpacing(8);
    missing->addWidget(m_missingText, 1);
    missing->addWidget(find, 0, Qt::AlignTop);
    m_missing->hide();
    setFocusProxy(m_edit);
}

void PromptField::showCount(const QString& prompt, const PromptCount& count) {
    if (prompt != m_edit->prompt()) return;
    m_count->setText(tr("%1/%2  %3").arg(count.tokens).arg(kPart * count.parts).arg(tr("%n part(s)", "", count.parts)));
    const Places places(prompt);
    std::vector<PromptMark> marks;
    const auto add = [&](PromptMark::Kind kind, std::size_t begin, std::size_t end) {
        const int start = places.at(begin);
        const int length = places.at(end) - start;
        marks.push_back({kind, {start, length}, 1.0, prompt.mid(start, length)});
    };
    for (const PromptCount::Mark& mark : count.plainText) add(PromptMark::Kind::PlainText, mark.begin, mark.end);
    for (std::size_t start : count.partStarts)
        marks.push_back({PromptMark::Kind::PartStart, {places.at(start), 1}, 1.0, {}});
    for (const PromptCount::Mark& mark : count.embeddings) add(PromptMark::Kind::Embedding, mark.begin, mark.end);
    m_missingEmbedding.clear();
    for (const PromptCount::Mark& mark : count.unusable) {
        add(PromptMark::Kind::EmbeddingMissing, mark.begin, mark.end);
        if (m_missingEmbedding.isEmpty()) m_missingEmbedding = marks.back().name.section(u':', 1);
    }
    showMissing();
    m_edit->highlighter().setEngineMarks(std::move(marks));
}

void PromptField::showMissingLora(const QString& name) {
    m_missingLora = name;
    showMissing();
}

void PromptField::showMissing() {
    m_missingText->setText(m_missingLora.isEmpty()
                               ? tr("No embedding called %1 for this kind of model was found.").arg(m_missingEmbedding)
                               : tr("No LoRA file called %1 was found in the model folders.").arg(m_missingLora));
    m_missing->setVisible(!m_missingLora.isEmpty() || !m_missingEmbedding.isEmpty());
}

void PromptField::hideCount() { m_count->clear(); }

}  // namespace segmoe::ui
