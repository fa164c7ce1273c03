// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/start_image_box.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCryptographicHash>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QImageReader>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "ui/bridge/qt_convert.h"
#include "ui/render/image_well.h"
#include "ui/widgets/field.h"
#include "ui/widgets/theme.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kUncompressed = 100;  // a quick write; the file lives only as long as its job

QImage readPicture(const QString& file) {
    QImageReader reader(file);
    reader.setAutoTransform(true);
    return reader.read();
}

}  // namespace

StartImageBox::StartImageBox(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_well(new ImageWell(theme)),
      m_last(new QPushButton(tr("Last picture"))),
      m_clear(new QPushButton(tr("Clear"))),
      m_strength(new QDoubleSpinBox),
      m_resize(new QComboBox),
      m_editMask(new QPushButton(tr("Edit mask…"))),
      m_clearMask(new QPushButton(tr("No mask"))),
      m_content(new QComboBox),
      m_blur(new QSpinBox),
      m_onlyMasked(new QCheckBox(tr("Only masked part, with a margin"))),
      m_padding(new QSpinBox),
      m_details(new QWidget),
      m_maskDetails(new QWidget),
      m_workFolder(QDir(QStandardPaths::writableLocation(QStandardPaths::TempLocation)).filePath(u"segmoe-studio"_s)) {
    buildRows();
    connectFields();
    setStartImage(std::nullopt);
}

void StartImageBox::buildRows() {
    m_strength->setRange(0.0, 1.0);
    m_strength->setSingleStep(0.05);
    for (const auto& [title, mode] :
         {std::pair(tr("Crop"), ResizeMode::Crop), {tr("Fit"), ResizeMode::Fit}, {tr("Stretch"), ResizeMode::Stretch}})
        m_resize->addItem(title, static_cast<int>(mode));
    nameControl(m_last, u"render_start_last_button"_s, m_last->text(), tr("Take the picture that is shown."));
    nameControl(m_clear, u"render_start_clear_button"_s, tr("Clear start image"), tr("Render without a start image."));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_last);
    buttons->addWidget(m_clear);
    buttons->addStretch(1);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->addLayout(
        labelledField(tr("Strength"), m_strength, u"render_strength_spin"_s, tr("0 keeps the picture, 1 replaces it.")),
        0, 0);
    grid->addLayout(labelledField(tr("Resize"), m_resize, u"render_resize_combo"_s,
                                  tr("How the picture is brought to the size of the render.")),
                    0, 1);
    auto* details = new QVBoxLayout(m_details);
    details->setContentsMargins(0, 0, 0, 0);
    details->setSpacing(8);
    details->addLayout(grid);
    buildMaskRows(details);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_well);
    column->addLayout(buttons);
    column->addWidget(m_details);
}

void StartImageBox::buildMaskRows(QVBoxLayout* column) {
    nameControl(m_editMask, u"render_mask_edit_button"_s, tr("Edit mask"), tr("Paint the part to make anew."));
    nameControl(m_clearMask, u"render_mask_clear_button"_s, tr("No mask"), tr("Change the whole picture."));
    nameControl(m_onlyMasked, u"render_only_masked_check"_s, m_onlyMasked->text(),
                tr("Render the masked part alone at full size, then put it back."));
    for (const auto& [title, content] : {std::pair(tr("Original"), MaskContent::Original),
                                         {tr("Noise"), MaskContent::Noise},
                                         {tr("Blur"), MaskContent::Blur}})
        m_content->addItem(title, static_cast<int>(content));
    m_blur->setRange(0, 64);
    m_blur->setSuffix(tr(" px"));
    m_padding->setRange(0, 256);
    m_padding->setValue(32);
    m_padding->setSuffix(tr(" px"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_editMask);
    buttons->addWidget(m_clearMask);
    buttons->addStretch(1);
    column->addLayout(buttons);
    auto* grid = new QGridLayout(m_maskDetails);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addLayout(labelledField(tr("Masked content"), m_content, u"render_mask_content_combo"_s,
                                  tr("What lies under the mask when sampling begins.")),
                    0, 0);
    grid->addLayout(labelledField(tr("Soft edge"), m_blur, u"render_mask_blur_spin"_s, tr("Blur of the mask's edge.")),
                    0, 1);
    grid->addWidget(m_onlyMasked, 1, 0, 1, 2);
    nameControl(m_padding, u"render_mask_padding_spin"_s, tr("Margin around the masked part"));
    grid->addWidget(m_padding, 2, 0);
    column->addWidget(m_maskDetails);
}

void StartImageBox::connectFields() {
    connect(m_well, &ImageWell::fileGiven, this, &StartImageBox::setFile);
    connect(m_well, &ImageWell::imageGiven, this, &StartImageBox::setImage);
    connect(m_well, &ImageWell::openWanted, this, &StartImageBox::openDialog);
    connect(m_last, &QPushButton::clicked, this, &StartImageBox::lastPictureWanted);
    connect(m_clear, &QPushButton::clicked, this, &StartImageBox::clear);
    connect(m_editMask, &QPushButton::clicked, this, &StartImageBox::maskEditWanted);
    connect(m_clearMask, &QPushButton::clicked, this, [this] { setMask({}); });
    for (QComboBox* combo : {m_resize, m_content})
        connect(combo, &QComboBox::currentIndexChanged, this, &StartImageBox::edited);
    for (QSpinBox* spin : {m_blur, m_padding}) connect(spin, &QSpinBox::valueChanged, this, &StartImageBox::edited);
    connect(m_strength, &QDoubleSpinBox::valueChanged, this, &StartImageBox::edited);
    connect(m_onlyMasked, &QCheckBox::toggled, this, [this] {
        updateState();
        Q_EMIT edited();
    });
}

QString StartImageBox::store(const QImage& image, QString& known) const {
    if (!known.isEmpty()) return known;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes()));
    QDir().mkpath(m_workFolder);
    const QString name =
        QString::fromLatin1(hash.result().toHex().left(16)) + u"_%1x%2.png"_s.arg(image.width()).arg(image.height());
    known = QDir(m_workFolder).filePath(name);
    if (!QFile::exists(known)) image.save(known, "PNG", kUncompressed);
    return known;
}

std::optional<StartImage> StartImageBox::startImage() const {
    if (m_image.isNull()) return std::nullopt;
    StartImage start;
    start.file = toPath(m_file.isEmpty() ? store(m_image, m_storedImage) : m_file);
    start.strength = m_strength->value();
    start.resize = static_cast<ResizeMode>(m_resize->currentData().toInt());
    start.invertMask = m_invert && !m_mask.isNull();
    start.maskContent = static_cast<MaskContent>(m_content->currentData().toInt());
    start.maskBlur = m_blur->value();
    if (!m_mask.isNull()) {
        start.mask = toPath(store(m_mask, m_storedMask));
        if (m_onlyMasked->isChecked()) start.onlyMaskedPadding = m_padding->value();
    }
    return start;
}

void StartImageBox::setStartImage(const std::optional<StartImage>& start) {
    const StartImage shown = start.value_or(StartImage{});
    {
        const QSignalBlocker blocker(this);
        m_strength->setValue(shown.strength);
        m_resize->setCurrentIndex(m_resize->findData(static_cast<int>(shown.resize)));
        m_content->setCurrentIndex(m_content->findData(static_cast<int>(shown.maskContent)));
        m_blur->setValue(shown.maskBlur);
        m_onlyMasked->setChecked(shown.onlyMaskedPadding >= 0);
        if (shown.onlyMaskedPadding >= 0) m_padding->setValue(shown.onlyMaskedPadding);
        m_invert = shown.invertMask;
        const QString file = pathText(shown.file);
        if (file != m_file || !start) take(start ? readPicture(file) : QImage(), start ? file : QString());
        m_mask = start && !shown.mask.empty()
                     ? readPicture(pathText(shown.mask)).convertToFormat(QImage::Format_Grayscale8)
                     : QImage();
        updateState();
    }
    Q_EMIT edited();
}

void StartImageBox::setFile(const QString& file) {
    const QImage image = readPicture(file);
    if (image.isNull()) {
        Q_EMIT refused(tr("%1 is not a readable image.").arg(QFileInfo(file).fileName()));
        return;
    }
    take(image, file);
    Q_EMIT edited();
}

void StartImageBox::setImage(const QImage& image) {
    take(image.convertToFormat(QImage::Format_RGB888), {});
    Q_EMIT edited();
}

void StartImageBox::setMask(const QImage& mask) {
    m_mask = mask;
    m_storedMask.clear();
    m_invert = false;
    updateState();
    Q_EMIT edited();
}

void StartImageBox::clear() {
    take({}, {});
    Q_EMIT edited();
}

void StartImageBox::take(const QImage& image, const QString& file) {
    if (image.size() != m_image.size()) m_mask = {};
    m_image = image;
    m_file = file;
    m_storedImage.clear();
    m_storedMask.clear();
    updateState();
}

void StartImageBox::updateState() {
    const QString size = u"%1×%2"_s.arg(m_image.width()).arg(m_image.height());
    const QString name = m_file.isEmpty() ? tr("pasted picture") : QFileInfo(m_file).fileName();
    m_well->setImage(m_image, tr("%1, %2").arg(name, size));
    m_details->setVisible(!m_image.isNull());
    m_clear->setEnabled(!m_image.isNull());
    m_maskDetails->setVisible(!m_mask.isNull());
    m_clearMask->setEnabled(!m_mask.isNull());
    m_padding->setEnabled(m_onlyMasked->isChecked());
}

void StartImageBox::setLastPictureAvailable(bool available) { m_last->setEnabled(available); }

void StartImageBox::openDialog() {
    auto* dialog =
        new QFileDialog(window(), tr("Choose start image"), QString(), tr("Pictures (*.png *.jpg *.jpeg *.webp)"));
    dialog->setObjectName(u"start_image_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &StartImageBox::setFile);
    dialog->open();
}

}  // namespace segmoe::ui
