<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>segmoe::ui::ModelChooser</name>
    <message numerus="yes">
        <source>%n expert(s)</source>
        <translation>
            <numerusform>%n expert</numerusform>
            <numerusform>%n experts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n active</numerusform>
            <numerusform>%n active</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RoutingPanel</name>
    <message numerus="yes">
        <source>mean of %n step(s)</source>
        <translation>
            <numerusform>mean of %n step</numerusform>
            <numerusform>mean of %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scores before the choice in %n layer input(s), %1; a dot marks the chosen expert. Bars: mean applied weight.</source>
        <translation>
            <numerusform>Scores before the choice in %n layer input, %1; a dot marks the chosen expert. Bars: mean applied weight.</numerusform>
            <numerusform>Scores before the choice in %n layer inputs, %1; a dot marks the chosen expert. Bars: mean applied weight.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer input(s), %1. With one active expert the applied weight is the same everywhere; the relative score shows what each layer would have picked.</source>
        <translation>
            <numerusform>%n layer input, %1. With one active expert the applied weight is the same everywhere; the relative score shows what each layer would have picked.</numerusform>
            <numerusform>%n layer inputs, %1. With one active expert the applied weight is the same everywhere; the relative score shows what each layer would have picked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer input(s), %1; one choice per layer and step. Bars: mean applied weight.</source>
        <translation>
            <numerusform>%n layer input, %1; one choice per layer and step. Bars: mean applied weight.</numerusform>
            <numerusform>%n layer inputs, %1; one choice per layer and step. Bars: mean applied weight.</numerusform>
        </translation>
    </message>
</context>
</TS>
