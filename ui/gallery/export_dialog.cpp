// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/gallery/export_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/settings.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr PictureFormat kFormats[] = {PictureFormat::Png, PictureFormat::Jpeg, PictureFormat::Webp};
constexpr MetadataLevel kLevels[] = {MetadataLevel::Off, MetadataLevel::Text, MetadataLevel::Full};
constexpr int kWidth = 460;

}  // namespace

ExportDialog::ExportDialog(Settings& settings, int pictures, QWidget* parent)
    : QDialog(parent),
      m_format(new QComboBox),
      m_quality(new QSpinBox),
      m_metadata(new QComboBox),
      m_pattern(new QLineEdit(u"{date}_{seed}_{mix}"_s)),
      m_folder(new QLineEdit),
      m_problem(new QLabel) {
    setObjectName(u"export_dialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export %n picture(s)", "", pictures));
    setMinimumWidth(kWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    buildForm(settings);
    auto* form = new QFormLayout;
    form->setSpacing(8);
    auto* folderRow = new QHBoxLayout;
    auto* browse = new QToolButton;
    browse->setText(u"…"_s);
    nameControl(browse, u"export_dialog_folder_button"_s, tr("Choose folder"), tr("Choose folder"));
    folderRow->addWidget(m_folder, 1);
    folderRow->addWidget(browse);
    form->addRow(tr("Format"), m_format);
    form->addRow(tr("Quality"), m_quality);
    form->addRow(tr("Metadata"), m_metadata);
    form->addRow(tr("File names"), m_pattern);
    form->addRow(tr("Folder"), folderRow);
    column->addLayout(form);
    auto* hint = new QLabel(tr("{date} {seed} {mix} {name} {index}. Nothing is overwritten: a second file gets “ 2”."));
    hint->setProperty("role", u"caption"_s);
    hint->setWordWrap(true);
    column->addWidget(hint);
    m_problem->setProperty("role", u"problem"_s);
    m_problem->setWordWrap(true);
    column->addWidget(m_problem);
    auto* buttons = new QDialogButtonBox;
    m_ok = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    m_ok->setProperty("role", u"primary"_s);
    nameControl(m_ok, u"export_dialog_ok_button"_s, tr("Export"));
    QPushButton* cancel = buttons->addButton(QDialogButtonBox::Cancel);
    nameControl(cancel, u"export_dialog_cancel_button"_s, tr("Cancel"));
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(browse, &QToolButton::clicked, this, &ExportDialog::chooseFolder);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::follow);
    connect(m_folder, &QLineEdit::textChanged, this, &ExportDialog::follow);
    connect(m_pattern, &QLineEdit::textChanged, this, &ExportDialog::follow);
    follow();
}

void ExportDialog::buildForm(Settings& settings) {
    nameControl(m_format, u"export_dialog_format_combo"_s, tr("Format"));
    m_format->addItems({u"PNG"_s, u"JPEG"_s, u"WebP"_s});
    m_format->setCurrentIndex(settings.choice(keys::kImageFormat));
    nameControl(m_quality, u"export_dialog_quality_spin"_s, tr("Quality"));
    m_quality->setRange(1, 100);
    m_quality->setValue(settings.get(keys::kImageQuality));
    nameControl(m_metadata, u"export_dialog_metadata_combo"_s, tr("Metadata"));
    m_metadata->addItems({tr("Off: pixels only"), tr("Text: prompt and settings"), tr("Full: also the mixture")});
    m_metadata->setCurrentIndex(settings.choice(keys::kImageMetadata));
    nameControl(m_pattern, u"export_dialog_pattern_edit"_s, tr("File names"));
    nameControl(m_folder, u"export_dialog_folder_edit"_s, tr("Folder"));
    m_folder->setText(QDir::toNativeSeparators(settings.pictureFolder()));
}

void ExportDialog::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Export into"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_folder,
            [this](const QString& folder) { m_folder->setText(QDir::toNativeSeparators(folder)); });
    dialog->open();
}

void ExportDialog::follow() {
    m_quality->setEnabled(m_format->currentIndex() > 0);
    QString problem;
    if (!QFileInfo(m_folder->text()).isDir())
        problem = tr("This folder does not exist.");
    else if (!QFileInfo(m_folder->text()).isWritable())
        problem = tr("This folder cannot be written.");
    else if (m_pattern->text().trimmed().isEmpty())
        problem = tr("File names need a pattern.");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_ok->setEnabled(problem.isEmpty());
}

ExportChoice ExportDialog::choice() const {
    return {QDir::fromNativeSeparators(m_folder->text()),
            m_pattern->text().trimmed(),
            {kFormats[m_format->currentIndex()], m_quality->value(), kLevels[m_metadata->currentIndex()]}};
}

QString exportName(const QString& pattern, const ExportFacts& facts) {
    QString name = pattern;
    const std::pair<const char*, QString> values[] = {{"{date}", facts.date},
                                                      {"{seed}", facts.seed.isEmpty() ? u"0"_s : facts.seed},
                                                      {"{mix}", facts.mix},
                                                      {"{name}", facts.name},
                                                      {"{index}", QString::number(facts.index)}};
    for (const auto& [word, value] : values) name.replace(QLatin1String(word), value);
    QString clean;
    for (const QChar c : name.simplified()) clean += c < u' ' || u"/\\:*?\"<>|"_s.contains(c) ? QChar(u'_') : c;
    while (clean.startsWith(u'.') || clean.endsWith(u'.') || clean.endsWith(u'_'))
        clean = clean.startsWith(u'.') ? clean.mid(1) : clean.chopped(1);
    constexpr qsizetype kLongest = 120;
    return clean.isEmpty() ? u"picture"_s : clean.left(kLongest);
}

QString freeFile(const QString& folder, const QString& name, const QString& suffix, const QStringList& taken) {
    const QDir place(folder);
    for (int number = 1;; ++number) {
        const QString tail = number == 1 ? QString() : u" %1"_s.arg(number);
        const QString file = place.filePath(name + tail + u'.' + suffix);
        if (!taken.contains(file) && !QFileInfo::exists(file)) return file;
    }
}

}  // namespace segmoe::ui
