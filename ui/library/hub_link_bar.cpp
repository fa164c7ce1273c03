// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/hub_link_bar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

#include "core/domain/hub_hosts.h"
#include "ui/widgets/escape_clears.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

bool looksLikeHubText(const QString& text) {
    constexpr qsizetype kLongest = 2000;
    const QString plain = text.trimmed();
    if (plain.isEmpty() || plain.size() > kLongest || plain.contains(u'\n') || plain.contains(u' ')) return false;
    for (const QLatin1StringView start : {"urn:air:"_L1, "air:"_L1, "civitai:"_L1, "hf:"_L1})
        if (plain.startsWith(start)) return true;
    const QUrl url(plain, QUrl::StrictMode);
    if (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) {
        const QString host = url.host().startsWith("www."_L1) ? url.host().mid(4) : url.host();
        return isHuggingFaceHost(host.toStdString()) || isCivitaiHost(host.toStdString());
    }
    // "owner/name"; a path has more slashes, or begins with one
    const QString repo = plain.section(u'@', 0, 0).section(u':', 0, 0);
    const bool isPath = plain.startsWith(u'/') || plain.startsWith(u'.') || plain.startsWith(u'~');
    return !isPath && repo.count(u'/') == 1 && !repo.startsWith(u'/') && !repo.endsWith(u'/') && !plain.contains(u'\\');
}

HubLinkBar::HubLinkBar(Theme& theme, QWidget* parent)
    : QWidget(parent), m_edit(new QLineEdit), m_go(new QPushButton(tr("Go"))) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto* tokens = new QPushButton(tr("Tokens…"));
    nameControl(tokens, u"hub_tokens_button"_s, tr("Tokens"), tr("Log in to Hugging Face and CivitAI."));
    theme.bindIcon(tokens, u"key"_s);
    m_edit->setPlaceholderText(tr("Paste link, id or urn:air…"));
    m_edit->setClearButtonEnabled(true);
    m_edit->setMinimumWidth(180);
    m_edit->setMaximumWidth(320);
    m_edit->setLayoutDirection(Qt::LeftToRight);
    clearOnEscape(*m_edit);
    nameControl(m_edit, u"hub_link_edit"_s, tr("Link to a model"),
                tr("owner/name, owner/name:folder, a link to a model or version, or urn:air:… (Ctrl+L)"));
    nameControl(m_go, u"hub_link_button"_s, tr("Go"), tr("Show what the link leads to."));
    m_go->setEnabled(false);
    row->addWidget(tokens);
    row->addWidget(m_edit, 1);
    row->addWidget(m_go);
    connect(tokens, &QPushButton::clicked, this, &HubLinkBar::tokensWanted);
    connect(m_edit, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_go->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_edit, &QLineEdit::returnPressed, this, &HubLinkBar::open);
    connect(m_go, &QPushButton::clicked, this, &HubLinkBar::open);
}

void HubLinkBar::setText(const QString& text) { m_edit->setText(text); }

void HubLinkBar::focusEdit() {
    const QString copied = QGuiApplication::clipboard()->text();
    if (m_edit->text().isEmpty() && looksLikeHubText(copied)) m_edit->setText(copied.trimmed());
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void HubLinkBar::open() {
    if (const QString text = m_edit->text().trimmed(); !text.isEmpty()) Q_EMIT opened(text);
}

}  // namespace segmoe::ui
