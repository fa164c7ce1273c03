// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/render/vae_field.h"

#include <algorithm>

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QVBoxLayout>

#include "ui/widgets/compact_combo.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kOpen = u"\n"_s;  // no path is called so

QString titleOf(const QString& path) {
    const QFileInfo info(path);
    return info.isDir() ? info.fileName() : info.completeBaseName();
}

}  // namespace

VaeField::VaeField(QWidget* parent) : QWidget(parent), m_combo(new CompactCombo(6)) {
    setLayout(labelledField(tr("VAE"), m_combo, u"render_vae_combo"_s,
                            tr("Turns the result into pixels. Another VAE than the model's own may give clearer "
                               "colours; it must be made for the same kind of model.")));
    connect(m_combo, &QComboBox::activated, this, &VaeField::activated);
    fill(QString());
}

QString VaeField::vae() const { return m_vae; }

void VaeField::setVae(const QString& path) {
    if (path == m_vae) return;
    m_vae = path;
    fill(path);
    Q_EMIT edited();
}

void VaeField::setKnown(const QStringList& files) {
    if (files == m_known) return;
    m_known = files;
    fill(m_vae);
}

void VaeField::fill(const QString& chosen) {
    m_combo->clear();
    m_combo->addItem(tr("As in model"), QString());
    QStringList files = m_known;
    if (!chosen.isEmpty() && !files.contains(chosen)) files << chosen;
    for (const QString& file : files) {
        m_combo->addItem(titleOf(file), file);
        m_combo->setItemData(m_combo->count() - 1, QDir::toNativeSeparators(file), Qt::ToolTipRole);
    }
    m_combo->insertSeparator(m_combo->count());
    m_combo->addItem(tr("Choose a file…"), kOpen);
    m_combo->setCurrentIndex(std::max(0, m_combo->findData(chosen)));
}

void VaeField::activated(int index) {
    const QString path = m_combo->itemData(index).toString();
    if (path != kOpen) return setVae(path);
    fill(m_vae);  // the entry is an act, not a choice
    openFile();
}

void VaeField::openFile() {
    auto* dialog = new QFileDialog(window(), tr("Choose a VAE"), m_vae.isEmpty() ? QString() : QFileInfo(m_vae).path(),
                                   tr("VAE (*.safetensors)"));
    dialog->setObjectName(u"vae_picker_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &VaeField::setVae);
    dialog->open();
}

}  // namespace segmoe::ui
