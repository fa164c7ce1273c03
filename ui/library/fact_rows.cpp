// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/fact_rows.h"

#include <QLabel>

#include "ui/widgets/breakable_text.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

// Not a QFormLayout: it keeps the height that its wrapped values had before a scroll bar took from their width.
FactRows::FactRows() {
    setContentsMargins(0, 0, 0, 0);
    setHorizontalSpacing(12);
    setVerticalSpacing(6);
    setColumnStretch(1, 1);
}

QLabel* FactRows::add(const QString& caption, const QString& value) {
    auto* name = new QLabel(caption);
    name->setProperty("role", u"caption"_s);
    auto* text = new QLabel(breakable(value));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setFocusPolicy(Qt::NoFocus);
    const int row = count() / 2;
    addWidget(name, row, 0, Qt::AlignTop);
    addWidget(text, row, 1);
    return text;
}

void FactRows::clear() {
    while (QLayoutItem* item = takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

}  // namespace segmoe::ui
