// SPDX-FileCopyrightText: 2026 SegMoE Studio developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/bridge/engine_backend.h"
#include "ui/bridge/mix_client.h"
#include "ui/bridge/mix_reader.h"

class QThread;

namespace segmoe::ui {

/// The real client: its worker lives on the engine client's reading thread.
class ThreadedMixClient : public MixClient {
    Q_OBJECT
public:
    /// reader outlives this; it has ended, or never begun, when this is destroyed.
    ThreadedMixClient(const BackendFactory& factory, QThread& reader, QObject* parent = nullptr);

    ~ThreadedMixClient() override;

    void findStarter() override;
    void lookUp(const QString& source, const QString& folder) override;
    void readText(quint64 id, const QString& yaml, const QString& name, const QString& folder) override;
    void readFile(quint64 id, const QString& file) override;
    void fitLora(const QString& lora, const QString& model) override;
    void writeText(quint64 id, const MixRecipe& recipe) override;
    void writeFile(quint64 id, const MixRecipe& recipe, const QString& file) override;
    void forecast(quint64 id, const RenderRequest& request) override;

private:
    template <class F>
    void ask(F question);

    MixReader* m_worker;  ///< lives on the reading thread; deleted here, after that has ended
};

}  // namespace segmoe::ui
