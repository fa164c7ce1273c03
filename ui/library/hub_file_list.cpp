// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/library/hub_file_list.h"

#include <QButtonGroup>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

#include "ui/bridge/model_words.h"
#include "ui/bridge/qt_convert.h"
#include "ui/library/hub_text.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/field.h"

namespace segmoe::ui {

using namespace Qt::StringLiterals;

namespace {

QString titleOf(const HubFile& file) {
    QStringList parts;
    if (!file.precision.empty()) parts << toText(file.precision);
    if (!file.form.empty()) parts << toText(file.form);
    if (file.variant && file.precision.empty()) parts << HubFileList::tr("plain");
    if (file.bytes > 0) parts << byteText(static_cast<std::int64_t>(file.bytes));
    if (parts.isEmpty()) parts << toText(file.name);
    return parts.join(u" · "_s);
}

QString nameOf(const HubFile& file) {
    if (!file.name.empty()) return toText(file.name);
    return file.count > 1 ? HubFileList::tr("diffusers folder, %n files", "", file.count)
                          : HubFileList::tr("diffusers folder");
}

}  // namespace

HubFileList::HubFileList(QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_column(new QVBoxLayout(this)) {
    setObjectName(u"hub_file_list"_s);
    setAccessibleName(tr("Files"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        if (checked) Q_EMIT chosenChanged();
    });
}

void HubFileList::setFiles(const std::vector<HubFile>& files) {
    for (QAbstractButton* button : m_group->buttons()) m_group->removeButton(button);
    while (QLayoutItem* item = m_column->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    m_files = files;
    for (std::size_t i = 0; i < m_files.size(); ++i) addFile(static_cast<int>(i), m_files[i]);
    Q_EMIT chosenChanged();
}

void HubFileList::addFile(int index, const HubFile& file) {
    auto* line = new QWidget;
    auto* column = new QVBoxLayout(line);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* radio = new QRadioButton(titleOf(file));
    const QString refusal = fileRefusal(file.use);
    nameControl(radio, u"hub_file_%1_radio"_s.arg(index), titleOf(file) + u", "_s + nameOf(file), refusal);
    const bool isUsable = file.use == HubFileUse::Usable || file.use == HubFileUse::OtherPart;
    radio->setEnabled(isUsable);
    auto* name = new ElidedLabel;
    name->setProperty("role", u"caption"_s);
    name->setText(nameOf(file));
    name->setContentsMargins(22, 0, 0, 0);
    column->addWidget(radio);
    column->addWidget(name);
    if (!refusal.isEmpty()) {
        auto* reason = new QLabel(refusal);
        reason->setProperty("role", u"warning"_s);
        reason->setWordWrap(true);
        reason->setContentsMargins(22, 0, 0, 0);
        column->addWidget(reason);
    }
    m_group->addButton(radio, index);
    if (isUsable && file.isPreferred) radio->setChecked(true);
    m_column->addWidget(line);
}

const HubFile* HubFileList::chosen() const {
    const int id = m_group->checkedId();
    return id < 0 || id >= static_cast<int>(m_files.size()) ? nullptr : &m_files[static_cast<std::size_t>(id)];
}

}  // namespace segmoe::ui
