// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/about_section.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QSysInfo>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/bridge/engine_client.h"
#include "ui/bridge/process_memory.h"
#include "ui/bridge/settings.h"
#include "ui/shell/log_store.h"
#include "ui/shell/navigator.h"
#include "ui/shell/notice_text.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/wrap_layout.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QString licences() {
    constexpr qsizetype kLine = 66;  // a label that wraps by itself is cut in a dialog
    QString lines = u"SegMoE Studio: Apache-2.0 (sources), GPL-3.0-or-later (program)"_s;
    QString line;
    for (const NoticeEntry& entry : noticeEntries(noticeText(), u"Libraries linked"_s)) {
        const QString part = u"%1: %2"_s.arg(entry.name, entry.licence);
        const bool fits = !line.isEmpty() && line.size() + part.size() < kLine;
        if (!fits && !line.isEmpty()) lines += u'\n' + line;
        line = fits ? line + u" · "_s + part : part;
    }
    return lines + u'\n' + line;
}

void showNotice(QWidget* parent) {
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(u"notice_dialog"_s);
    dialog->setWindowTitle(AboutSection::tr("Licences and notices"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->resize(900, 600);
    auto* text = new QPlainTextEdit(noticeText());
    nameControl(text, u"notice_dialog_text_edit"_s, dialog->windowTitle());
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setLayoutDirection(Qt::LeftToRight);
    auto* close = new QPushButton(AboutSection::tr("Close"));
    nameControl(close, u"notice_dialog_close_button"_s, close->text());
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(text, 1);
    column->addWidget(close, 0, Qt::AlignRight);
    dialog->open();
}

QPushButton* button(const QString& objectName, const QString& words) {
    auto* made = new QPushButton(words);
    nameControl(made, objectName, words);
    return made;
}

}  // namespace

QString systemReport(const StudioContext& context) {
    const EngineFacts& facts = context.engine.knownFacts();
    QStringList lines = {
        u"SegMoE Studio "_s + QCoreApplication::applicationVersion(),
        u"Engine: "_s + (facts.build.isEmpty() ? u"not loaded"_s : facts.build),
        u"Devices: "_s + facts.devices.join(u", "_s),
        u"Qt: %1, platform %2"_s.arg(QLatin1String(qVersion()), QGuiApplication::platformName()),
        u"System: %1, %2"_s.arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture()),
    };
    if (const QScreen* screen = QGuiApplication::primaryScreen())
        lines << u"Screen: %1×%2 at %3"_s.arg(screen->size().width())
                     .arg(screen->size().height())
                     .arg(screen->devicePixelRatio());
    if (const auto memory = processMemory())
        lines << u"Memory: %1 of %2 MB"_s.arg(memory->usedBytes / 1'000'000).arg(memory->totalBytes / 1'000'000);
    const auto precision = static_cast<std::size_t>(context.settings.choice(keys::kPrecision));
    lines << u"Settings: device %1, precision %2, threads %3"_s.arg(context.settings.get(keys::kDevice))
                 .arg(QLatin1String(keys::kPrecision.values[precision]))
                 .arg(context.settings.get(keys::kThreads));
    return lines.join(u'\n');
}

AboutSection::AboutSection(StudioContext& context, const QString& prefix, QWidget* parent)
    : QWidget(parent), m_context(context) {
    auto* logo = new QLabel;
    logo->setPixmap(context.theme.icon(u"app"_s).pixmap(64, 64));
    auto* name = new QLabel(tr("SegMoE Studio %1").arg(QCoreApplication::applicationVersion()));
    name->setProperty("role", u"heading"_s);
    auto* purpose = new QLabel(tr("Mixtures of Stable Diffusion experts, without merging them."));
    purpose->setWordWrap(true);
    auto* build = new ElidedLabel;
    build->setText(context.engine.knownFacts().build);
    auto* parts = new QLabel(licences());
    parts->setObjectName(prefix + u"_licence_label"_s);
    parts->setTextFormat(Qt::PlainText);
    for (QLabel* label : {static_cast<QLabel*>(build), parts}) label->setProperty("role", u"secondary"_s);
    connect(&context.engine, &EngineClient::ready, build,
            [build](const EngineFacts& facts) { build->setText(facts.build); });
    QPushButton* report = button(prefix + u"_report_button"_s, tr("Copy system report"));
    connect(report, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(systemReport(m_context));
        Q_EMIT m_context.navigator.message(tr("The system report is in the clipboard."));
    });
    QPushButton* notice = button(prefix + u"_notice_button"_s, tr("Licences…"));
    connect(notice, &QPushButton::clicked, this, [this] { showNotice(window()); });
    auto* buttons = new WrapLayout(8);
    buttons->add(notice);
    buttons->add(report);
    if (LogStore* log = context.log) {
        QPushButton* folder = button(prefix + u"_log_button"_s, tr("Open log folder"));
        connect(folder, &QPushButton::clicked, log,
                [log] { QDesktopServices::openUrl(QUrl::fromLocalFile(log->folder())); });
        buttons->add(folder);
    }
    auto* words = new QVBoxLayout;
    words->setSpacing(6);
    for (QLabel* label : {name, purpose, static_cast<QLabel*>(build), parts}) words->addWidget(label);
    words->addSpacing(8);
    words->addLayout(buttons);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(logo, 0, Qt::AlignTop);
    row->addLayout(words, 1);
}

}  // namespace segmoe::ui
