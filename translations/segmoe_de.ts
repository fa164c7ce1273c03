<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActRule</name>
    <message>
        <source>Mute %1</source>
        <translation>%1 stumm</translation>
    </message>
    <message>
        <source>Solo %1</source>
        <translation>Solo %1</translation>
    </message>
    <message>
        <source>Pin %1</source>
        <translation>%1 fest</translation>
    </message>
    <message>
        <source>Bias %1 %2</source>
        <translation>Neigung %1 %2</translation>
    </message>
    <message>
        <source>text path</source>
        <translation>Textpfad</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n Schicht</numerusform>
            <numerusform>%n Schichten</numerusform>
        </translation>
    </message>
    <message>
        <source>steps %1 to %2</source>
        <translation>Schritte %1 bis %2</translation>
    </message>
    <message>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>k = %1</source>
        <translation>k = %1</translation>
    </message>
    <message>
        <source>%1 to %2 of the steps</source>
        <translation>%1 bis %2 der Schritte</translation>
    </message>
</context>
<context>
    <name>ActionTable</name>
    <message>
        <source>&amp;Open model file…</source>
        <translation>Modelldatei öff&amp;nen …</translation>
    </message>
    <message>
        <source>Open model &amp;folder…</source>
        <translation>Modell&amp;ordner öffnen …</translation>
    </message>
    <message>
        <source>&amp;Save picture as…</source>
        <translation>Bild &amp;speichern unter …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Render</source>
        <translation>&amp;Rendern</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>S&amp;wap width and height</source>
        <translation>Breite und Höhe &amp;tauschen</translation>
    </message>
    <message>
        <source>Edit &amp;prompt</source>
        <translation>&amp;Prompt bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Fit picture</source>
        <translation>Bild &amp;einpassen</translation>
    </message>
    <message>
        <source>Picture at &amp;100 %</source>
        <translation>Bild mit &amp;100 %</translation>
    </message>
    <message>
        <source>Theme of the s&amp;ystem</source>
        <translation>Farben des S&amp;ystems</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>&amp;Helle Farben</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>&amp;Dunkle Farben</translation>
    </message>
    <message>
        <source>&amp;About SegMoE Studio</source>
        <translation>Ü&amp;ber SegMoE Studio</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Öff&amp;nen …</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Command &amp;list…</source>
        <translation>Befehls&amp;liste …</translation>
    </message>
    <message>
        <source>&amp;New mix</source>
        <translation>&amp;Neue Mischung</translation>
    </message>
    <message>
        <source>&amp;Open recipe…</source>
        <translation>Rezept &amp;öffnen …</translation>
    </message>
    <message>
        <source>&amp;Save recipe</source>
        <translation>Rezept &amp;speichern</translation>
    </message>
    <message>
        <source>Save recipe &amp;as…</source>
        <translation>Rezept speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save &amp;mixture…</source>
        <translation>&amp;Mischung speichern …</translation>
    </message>
    <message>
        <source>&amp;Import recipe…</source>
        <translation>Rezept &amp;importieren …</translation>
    </message>
    <message>
        <source>Add &amp;expert…</source>
        <translation>&amp;Experten hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Duplicate expert</source>
        <translation>Experten &amp;verdoppeln</translation>
    </message>
    <message>
        <source>&amp;Remove expert</source>
        <translation>Experten &amp;entfernen</translation>
    </message>
    <message>
        <source>Rename expert</source>
        <translation>Experten umbenennen</translation>
    </message>
    <message>
        <source>Move expert &amp;up</source>
        <translation>Experten nach &amp;oben</translation>
    </message>
    <message>
        <source>Move expert do&amp;wn</source>
        <translation>Experten nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Build</source>
        <translation>&amp;Bauen</translation>
    </message>
    <message>
        <source>Update &amp;gates</source>
        <translation>&amp;Gates erneuern</translation>
    </message>
    <message>
        <source>&amp;Checks</source>
        <translation>&amp;Prüfungen</translation>
    </message>
    <message>
        <source>Render this mix</source>
        <translation>Diese Mischung rendern</translation>
    </message>
    <message>
        <source>Cards of the mix</source>
        <translation>Karten der Mischung</translation>
    </message>
    <message>
        <source>Gates of the mix</source>
        <translation>Gates der Mischung</translation>
    </message>
    <message>
        <source>Recipe as YAML</source>
        <translation>Rezept als YAML</translation>
    </message>
    <message>
        <source>Render &amp;first</source>
        <translation>&amp;Zuerst rendern</translation>
    </message>
    <message>
        <source>Cancel on this page</source>
        <translation>Auf dieser Seite abbrechen</translation>
    </message>
    <message>
        <source>S&amp;kip image</source>
        <translation>Bild ü&amp;berspringen</translation>
    </message>
    <message>
        <source>Cancel all &amp;waiting</source>
        <translation>Alle &amp;wartenden abbrechen</translation>
    </message>
    <message>
        <source>&amp;Pause queue</source>
        <translation>Warteschlange an&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Import image settings…</source>
        <translation>Bildeinstellungen &amp;übernehmen …</translation>
    </message>
    <message>
        <source>Open picture in R&amp;outing</source>
        <translation>Bild im R&amp;outing öffnen</translation>
    </message>
    <message>
        <source>&amp;Add model folder…</source>
        <translation>Modellordner hin&amp;zufügen …</translation>
    </message>
    <message>
        <source>&amp;Rescan folders</source>
        <translation>Ordner neu &amp;durchsuchen</translation>
    </message>
    <message>
        <source>&amp;View picture</source>
        <translation>Bild &amp;ansehen</translation>
    </message>
    <message>
        <source>&amp;Compare pictures</source>
        <translation>Bilder &amp;vergleichen</translation>
    </message>
    <message>
        <source>Raw &amp;metadata</source>
        <translation>Rohe &amp;Metadaten</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>&amp;Stern</translation>
    </message>
    <message>
        <source>&amp;Delete pictures</source>
        <translation>Bilder &amp;löschen</translation>
    </message>
    <message>
        <source>Recall &amp;all</source>
        <translation>&amp;Alles übernehmen</translation>
    </message>
    <message>
        <source>Recall &amp;prompt</source>
        <translation>&amp;Prompt übernehmen</translation>
    </message>
    <message>
        <source>Recall &amp;seed</source>
        <translation>&amp;Seed übernehmen</translation>
    </message>
    <message>
        <source>Recall si&amp;ze</source>
        <translation>&amp;Größe übernehmen</translation>
    </message>
    <message>
        <source>Recall all but the seed</source>
        <translation>Alles außer dem Seed übernehmen</translation>
    </message>
    <message>
        <source>Open in R&amp;outing</source>
        <translation>Im R&amp;outing öffnen</translation>
    </message>
    <message>
        <source>&amp;Mix</source>
        <translation>&amp;Mischung</translation>
    </message>
    <message>
        <source>R&amp;outing</source>
        <translation>R&amp;outing</translation>
    </message>
    <message>
        <source>&amp;Library</source>
        <translation>&amp;Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Gallery</source>
        <translation>&amp;Galerie</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Open capture…</source>
        <translation>Aufnahme &amp;öffnen …</translation>
    </message>
    <message>
        <source>Re-&amp;render and compare</source>
        <translation>Neu &amp;rendern und vergleichen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Ausgeben …</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Schritt zurück</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>Schritt vor</translation>
    </message>
    <message>
        <source>Five steps back</source>
        <translation>Fünf Schritte zurück</translation>
    </message>
    <message>
        <source>Five steps forward</source>
        <translation>Fünf Schritte vor</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>Erster Schritt</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>Letzter Schritt</translation>
    </message>
    <message>
        <source>Play steps</source>
        <translation>Schritte abspielen</translation>
    </message>
    <message>
        <source>Mean of all steps</source>
        <translation>Mittel aller Schritte</translation>
    </message>
    <message>
        <source>Preferred or applied</source>
        <translation>Bevorzugt oder angewandt</translation>
    </message>
    <message>
        <source>Next half of guidance</source>
        <translation>Nächste Hälfte der Führung</translation>
    </message>
    <message>
        <source>Next kind of layer</source>
        <translation>Nächste Art von Schicht</translation>
    </message>
    <message>
        <source>Show the winner</source>
        <translation>Den Gewinner zeigen</translation>
    </message>
    <message>
        <source>Show one expert</source>
        <translation>Einen Experten zeigen</translation>
    </message>
    <message>
        <source>Show the uncertainty</source>
        <translation>Die Unsicherheit zeigen</translation>
    </message>
    <message>
        <source>Show the difference from the layer mean</source>
        <translation>Den Unterschied zum Mittel der Schicht zeigen</translation>
    </message>
    <message>
        <source>Hide the map</source>
        <translation>Die Karte verbergen</translation>
    </message>
    <message>
        <source>Less opacity</source>
        <translation>Weniger Deckkraft</translation>
    </message>
    <message>
        <source>More opacity</source>
        <translation>Mehr Deckkraft</translation>
    </message>
    <message>
        <source>Fit the picture</source>
        <translation>Das Bild einpassen</translation>
    </message>
    <message>
        <source>Picture at 100 %</source>
        <translation>Bild mit 100 %</translation>
    </message>
    <message>
        <source>Clear place, then layers</source>
        <translation>Stelle aufheben, dann Schichten</translation>
    </message>
    <message>
        <source>Pick expert A</source>
        <translation>Experte A wählen</translation>
    </message>
    <message>
        <source>Pick expert B</source>
        <translation>Experte B wählen</translation>
    </message>
    <message>
        <source>Pick expert C</source>
        <translation>Experte C wählen</translation>
    </message>
    <message>
        <source>Pick expert D</source>
        <translation>Experte D wählen</translation>
    </message>
    <message>
        <source>Pick expert E</source>
        <translation>Experte E wählen</translation>
    </message>
    <message>
        <source>Pick expert F</source>
        <translation>Experte F wählen</translation>
    </message>
    <message>
        <source>Pick expert G</source>
        <translation>Experte G wählen</translation>
    </message>
    <message>
        <source>Pick expert H</source>
        <translation>Experte H wählen</translation>
    </message>
    <message>
        <source>Table instead of &amp;plot</source>
        <translation>Tabelle statt &amp;Diagramm</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Aufträge</translation>
    </message>
    <message>
        <source>L&amp;og</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>Focus &amp;mode</source>
        <translation>&amp;Konzentriert arbeiten</translation>
    </message>
    <message>
        <source>Te&amp;xt larger</source>
        <translation>Te&amp;xt größer</translation>
    </message>
    <message>
        <source>Text s&amp;maller</source>
        <translation>Text k&amp;leiner</translation>
    </message>
    <message>
        <source>&amp;Next area</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>Pre&amp;vious area</source>
        <translation>&amp;Voriger Bereich</translation>
    </message>
    <message>
        <source>&amp;Help for this page</source>
        <translation>&amp;Hilfe zu dieser Seite</translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation>&amp;Was ist das?</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>&amp;Tasten …</translation>
    </message>
    <message>
        <source>&amp;Guided steps</source>
        <translation>&amp;Geführte Schritte</translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation>Protokoll&amp;ordner öffnen</translation>
    </message>
    <message>
        <source>My models</source>
        <translation>Meine Modelle</translation>
    </message>
    <message>
        <source>Hugging Face</source>
        <translation>Hugging Face</translation>
    </message>
    <message>
        <source>CivitAI</source>
        <translation>CivitAI</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Next part of the library</source>
        <translation>Nächster Teil der Bibliothek</translation>
    </message>
    <message>
        <source>Previous part of the library</source>
        <translation>Voriger Teil der Bibliothek</translation>
    </message>
    <message>
        <source>Paste a model &amp;link</source>
        <translation>Modell-&amp;Link einfügen</translation>
    </message>
    <message>
        <source>Access &amp;tokens…</source>
        <translation>&amp;Zugangstoken …</translation>
    </message>
    <message>
        <source>&amp;Publish a saved mixture…</source>
        <translation>Gespeicherte Mischung &amp;veröffentlichen …</translation>
    </message>
    <message>
        <source>Publish this mix…</source>
        <translation>Diese Mischung veröffentlichen …</translation>
    </message>
    <message>
        <source>Page &amp;back</source>
        <translation>Seite &amp;zurück</translation>
    </message>
    <message>
        <source>Page &amp;forward</source>
        <translation>Seite &amp;vor</translation>
    </message>
</context>
<context>
    <name>DownloadText</name>
    <message>
        <source>the hub</source>
        <translation>der Hub</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 asks to wait. Continues by itself.</source>
        <translation>%1 bittet um Geduld. Es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>%1 has trouble right now. Continues by itself.</source>
        <translation>%1 hat gerade Schwierigkeiten. Es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>No connection. Continues by itself.</source>
        <translation>Keine Verbindung. Es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Jetzt beginnen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Log in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>I accepted, retry</source>
        <translation>Zugestimmt, erneut versuchen</translation>
    </message>
    <message>
        <source>Search similar</source>
        <translation>Ähnliche suchen</translation>
    </message>
    <message>
        <source>Add as expert</source>
        <translation>Als Experte hinzufügen</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Datei zeigen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Einzelheiten…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Waiting, %n ahead</source>
        <translation>
            <numerusform>Wartet, %n davor</numerusform>
            <numerusform>Wartet, %n davor</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>Checking what is already here, %1 %</source>
        <translation>Vorhandenes wird geprüft, %1 %</translation>
    </message>
    <message>
        <source>Paused at %1 %</source>
        <translation>Angehalten bei %1 %</translation>
    </message>
    <message>
        <source>Checking SHA-256, %1 %</source>
        <translation>SHA-256 wird geprüft, %1 %</translation>
    </message>
    <message>
        <source>Putting %1 in place</source>
        <translation>%1 wird eingerichtet</translation>
    </message>
    <message>
        <source>Installed in %1</source>
        <translation>Installiert in %1</translation>
    </message>
    <message>
        <source>Cancelled at %1 %, %2 kept</source>
        <translation>Abgebrochen bei %1 %, %2 behalten</translation>
    </message>
    <message>
        <source>%1 asks to wait until %2.</source>
        <translation>%1 bittet, bis %2 zu warten.</translation>
    </message>
</context>
<context>
    <name>ErrorDetails</name>
    <message>
        <source>Error details</source>
        <translation>Einzelheiten zum Fehler</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>There was not enough GPU memory for this picture.</source>
        <translation>Der GPU-Speicher reichte für dieses Bild nicht aus.</translation>
    </message>
    <message>
        <source>There was not enough memory for this picture.</source>
        <translation>Der Speicher reichte für dieses Bild nicht aus.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>This folder cannot be written.</source>
        <translation>In diesen Ordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The folder is not there any more.</source>
        <translation>Der Ordner ist nicht mehr da.</translation>
    </message>
    <message>
        <source>A file is no longer at its place.</source>
        <translation>Eine Datei ist nicht mehr an ihrem Platz.</translation>
    </message>
    <message>
        <source>Reading or writing a file failed.</source>
        <translation>Eine Datei konnte nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>A model file has changed since it was opened.</source>
        <translation>Eine Modelldatei hat sich seit dem Öffnen geändert.</translation>
    </message>
    <message>
        <source>The model file is incomplete. Download it again.</source>
        <translation>Die Modelldatei ist unvollständig. Bitte neu herunterladen.</translation>
    </message>
    <message>
        <source>This is not a valid safetensors file.</source>
        <translation>Das ist keine gültige safetensors-Datei.</translation>
    </message>
    <message>
        <source>The file has an unusually large header and was not opened.</source>
        <translation>Die Datei hat einen ungewöhnlich großen Kopf und wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>This file is a pickle, which can run code when opened. Only safetensors are used.</source>
        <translation>Diese Datei ist ein Pickle, das beim Öffnen Code ausführen kann. Es werden nur safetensors benutzt.</translation>
    </message>
    <message>
        <source>This is not a model that can be opened: a diffusers folder, a .safetensors file or a recipe is needed.</source>
        <translation>Dieses Modell lässt sich nicht öffnen: gebraucht wird ein diffusers-Ordner, eine .safetensors-Datei oder ein Rezept.</translation>
    </message>
    <message>
        <source>A settings file of the model is damaged.</source>
        <translation>Eine Einstellungsdatei des Modells ist beschädigt.</translation>
    </message>
    <message>
        <source>The architecture of this model was not recognised.</source>
        <translation>Die Architektur dieses Modells wurde nicht erkannt.</translation>
    </message>
    <message>
        <source>The models of this mixture do not have the same architecture.</source>
        <translation>Die Modelle dieser Mischung haben nicht dieselbe Architektur.</translation>
    </message>
    <message>
        <source>The model lacks parts that its architecture needs.</source>
        <translation>Dem Modell fehlen Teile, die seine Architektur braucht.</translation>
    </message>
    <message>
        <source>Parts of the model have another shape than its architecture needs.</source>
        <translation>Teile des Modells haben eine andere Form, als seine Architektur braucht.</translation>
    </message>
    <message>
        <source>The model stores its weights in a type that is not supported.</source>
        <translation>Das Modell speichert seine Gewichte in einem Typ, der nicht unterstützt wird.</translation>
    </message>
    <message>
        <source>A LoRA does not fit this model.</source>
        <translation>Eine LoRA passt nicht zu diesem Modell.</translation>
    </message>
    <message>
        <source>The model has no text encoder, UNet or VAE of its own.</source>
        <translation>Dem Modell fehlt ein eigener Text-Encoder, ein UNet oder eine VAE.</translation>
    </message>
    <message>
        <source>A file has a name this program refuses to use.</source>
        <translation>Eine Datei hat einen Namen, den dieses Programm nicht verwendet.</translation>
    </message>
    <message>
        <source>The recipe is not valid YAML.</source>
        <translation>Das Rezept ist kein gültiges YAML.</translation>
    </message>
    <message>
        <source>The recipe has a value that is not possible.</source>
        <translation>Im Rezept steht ein Wert, der nicht möglich ist.</translation>
    </message>
    <message>
        <source>This recipe was made by a newer version of the program.</source>
        <translation>Dieses Rezept stammt von einer neueren Programmversion.</translation>
    </message>
    <message>
        <source>The mixture is not complete.</source>
        <translation>Die Mischung ist nicht vollständig.</translation>
    </message>
    <message>
        <source>The gates of the mixture could not be measured.</source>
        <translation>Die Gates der Mischung konnten nicht gemessen werden.</translation>
    </message>
    <message>
        <source>The gates came out as not-a-number.</source>
        <translation>Bei den Gates kamen keine Zahlen heraus (NaN).</translation>
    </message>
    <message>
        <source>The saved mixture did not pass its check and was removed.</source>
        <translation>Die gespeicherte Mischung hat ihre Prüfung nicht bestanden und wurde entfernt.</translation>
    </message>
    <message>
        <source>The model could not be loaded.</source>
        <translation>Das Modell konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>The GPU stopped responding.</source>
        <translation>Die GPU antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>The chosen device is not available.</source>
        <translation>Das gewählte Gerät ist nicht verfügbar.</translation>
    </message>
    <message>
        <source>The device cannot compute in this precision.</source>
        <translation>Das Gerät kann in dieser Genauigkeit nicht rechnen.</translation>
    </message>
    <message>
        <source>The picture came out black or broken (not-a-number).</source>
        <translation>Das Bild wurde schwarz oder kaputt (NaN).</translation>
    </message>
    <message>
        <source>This size is not possible with this model.</source>
        <translation>Diese Größe ist mit diesem Modell nicht möglich.</translation>
    </message>
    <message>
        <source>This sampler and this kind of noise do not go together.</source>
        <translation>Dieser Sampler und diese Art von Rauschen passen nicht zusammen.</translation>
    </message>
    <message>
        <source>One of the settings is not possible with this model.</source>
        <translation>Eine der Einstellungen ist mit diesem Modell nicht möglich.</translation>
    </message>
    <message>
        <source>The prompt is too long.</source>
        <translation>Der Prompt ist zu lang.</translation>
    </message>
    <message>
        <source>The tokenizer files of the model are missing.</source>
        <translation>Die Tokenizer-Dateien des Modells fehlen.</translation>
    </message>
    <message>
        <source>The tokenizer files of the model are damaged.</source>
        <translation>Die Tokenizer-Dateien des Modells sind beschädigt.</translation>
    </message>
    <message>
        <source>This routing record cannot be read.</source>
        <translation>Diese Routing-Aufzeichnung ist nicht lesbar.</translation>
    </message>
    <message>
        <source>This routing record was made by a newer version of the program.</source>
        <translation>Diese Routing-Aufzeichnung stammt von einer neueren Programmversion.</translation>
    </message>
    <message>
        <source>This is not a readable picture.</source>
        <translation>Das ist kein lesbares Bild.</translation>
    </message>
    <message>
        <source>The picture could not be saved.</source>
        <translation>Das Bild konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>No generation settings were found in this picture.</source>
        <translation>In diesem Bild wurden keine Einstellungen gefunden.</translation>
    </message>
    <message>
        <source>The program was started with arguments it does not understand.</source>
        <translation>Das Programm wurde mit Argumenten gestartet, die es nicht versteht.</translation>
    </message>
    <message>
        <source>This is not available in this installation.</source>
        <translation>Das ist in dieser Installation nicht verfügbar.</translation>
    </message>
    <message>
        <source>Something unexpected happened. Your settings are kept.</source>
        <translation>Etwas Unerwartetes ist geschehen. Die Einstellungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Render at half size</source>
        <translation>In halber Größe rendern</translation>
    </message>
    <message>
        <source>Choose another model…</source>
        <translation>Anderes Modell wählen …</translation>
    </message>
    <message>
        <source>Render on the CPU</source>
        <translation>Auf der CPU rendern</translation>
    </message>
    <message>
        <source>Use automatic precision</source>
        <translation>Automatische Genauigkeit</translation>
    </message>
    <message>
        <source>Render in fp32</source>
        <translation>In fp32 rendern</translation>
    </message>
    <message>
        <source>Use recommended settings</source>
        <translation>Empfohlene Einstellungen</translation>
    </message>
    <message>
        <source>Use the model&apos;s own size</source>
        <translation>Eigene Größe des Modells</translation>
    </message>
    <message>
        <source>Edit prompt</source>
        <translation>Prompt bearbeiten</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Woanders speichern …</translation>
    </message>
    <message>
        <source>The server cannot be reached. Check the connection; what is already downloaded stays.</source>
        <translation>Der Server ist nicht erreichbar. Prüfe die Verbindung; was schon geladen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The proxy refused or failed.</source>
        <translation>Der Proxy hat abgelehnt oder ist ausgefallen.</translation>
    </message>
    <message>
        <source>The server stopped answering. The download continues where it was when you try again.</source>
        <translation>Der Server antwortet nicht mehr. Der Download läuft beim nächsten Versuch an derselben Stelle weiter.</translation>
    </message>
    <message>
        <source>The secure connection to the server could not be trusted.</source>
        <translation>Der sicheren Verbindung zum Server konnte nicht vertraut werden.</translation>
    </message>
    <message>
        <source>The connection broke again and again. What has arrived is kept.</source>
        <translation>Die Verbindung ist immer wieder abgebrochen. Was angekommen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The server has trouble right now. Try again in a few minutes.</source>
        <translation>Der Server hat gerade Probleme. Versuche es in einigen Minuten noch einmal.</translation>
    </message>
    <message>
        <source>The server asks to wait. Logging in gives a higher limit.</source>
        <translation>Der Server bittet zu warten. Mit Anmeldung ist das Limit höher.</translation>
    </message>
    <message>
        <source>The access token is not valid. Set a new one.</source>
        <translation>Das Zugriffstoken ist nicht gültig. Hinterlege ein neues.</translation>
    </message>
    <message>
        <source>This file needs a login. Add your access token.</source>
        <translation>Diese Datei verlangt eine Anmeldung. Hinterlege dein Zugriffstoken.</translation>
    </message>
    <message>
        <source>The authors of this model ask you to accept their terms on its page.</source>
        <translation>Die Autoren dieses Modells bitten dich, ihren Bedingungen auf seiner Seite zuzustimmen.</translation>
    </message>
    <message>
        <source>Your access token may not do this.</source>
        <translation>Dein Zugriffstoken darf das nicht.</translation>
    </message>
    <message>
        <source>This model does not exist, or it is private and your token may not see it.</source>
        <translation>Dieses Modell gibt es nicht, oder es ist privat und dein Token darf es nicht sehen.</translation>
    </message>
    <message>
        <source>The model has no such revision.</source>
        <translation>Diese Revision hat das Modell nicht.</translation>
    </message>
    <message>
        <source>The model has no such file.</source>
        <translation>Diese Datei hat das Modell nicht.</translation>
    </message>
    <message>
        <source>The hub has disabled this model.</source>
        <translation>Der Hub hat dieses Modell gesperrt.</translation>
    </message>
    <message>
        <source>The download link was refused again and again.</source>
        <translation>Der Download-Link wurde immer wieder abgelehnt.</translation>
    </message>
    <message>
        <source>The server did not understand the request.</source>
        <translation>Der Server hat die Anfrage nicht verstanden.</translation>
    </message>
    <message>
        <source>The server does not answer like a Hugging Face Hub. Check the endpoint and the proxy.</source>
        <translation>Der Server antwortet nicht wie ein Hugging Face Hub. Prüfe die Adresse und den Proxy.</translation>
    </message>
    <message>
        <source>The server sent something unreadable.</source>
        <translation>Der Server hat etwas Unlesbares geschickt.</translation>
    </message>
    <message>
        <source>The server tried to send the download to a place that is not allowed.</source>
        <translation>Der Server wollte den Download an einen Ort umleiten, der nicht erlaubt ist.</translation>
    </message>
    <message>
        <source>A file did not arrive with the size it should have.</source>
        <translation>Eine Datei kam nicht mit der Größe an, die sie haben soll.</translation>
    </message>
    <message>
        <source>A file arrived damaged twice and was not kept.</source>
        <translation>Eine Datei kam zweimal beschädigt an und wurde nicht behalten.</translation>
    </message>
    <message>
        <source>A file is larger than plain downloads allow. Fetch it with the hf tool; the cache is shared.</source>
        <translation>Eine Datei ist größer, als einfache Downloads erlauben. Hole sie mit dem Werkzeug hf; der Cache wird geteilt.</translation>
    </message>
    <message>
        <source>This disk cannot hold a file of this size.</source>
        <translation>Dieser Datenträger kann keine Datei dieser Größe aufnehmen.</translation>
    </message>
    <message>
        <source>An entry of the model cache is not what it should be and was left alone.</source>
        <translation>Ein Eintrag im Modell-Cache ist nicht, was er sein soll, und blieb unangetastet.</translation>
    </message>
    <message>
        <source>Offline, and some files of this model are not on this computer.</source>
        <translation>Offline, und einige Dateien dieses Modells sind nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The repository changed while uploading. Review it and publish again.</source>
        <translation>Das Repository hat sich beim Hochladen geändert. Sieh es durch und veröffentliche noch einmal.</translation>
    </message>
    <message>
        <source>A repository of this name exists already.</source>
        <translation>Ein Repository mit diesem Namen gibt es schon.</translation>
    </message>
    <message>
        <source>It is not certain that the upload was recorded. Check the repository before repeating.</source>
        <translation>Es ist nicht sicher, ob der Upload übernommen wurde. Sieh im Repository nach, bevor du ihn wiederholst.</translation>
    </message>
    <message>
        <source>The creator has switched downloads off for this model.</source>
        <translation>Der Urheber hat Downloads für dieses Modell abgeschaltet.</translation>
    </message>
    <message>
        <source>This version is in early access: buy access on its page or wait.</source>
        <translation>Diese Version ist im Vorabzugang: kaufe ihn auf ihrer Seite oder warte.</translation>
    </message>
    <message>
        <source>The server refuses this file for you.</source>
        <translation>Der Server verweigert dir diese Datei.</translation>
    </message>
    <message>
        <source>This version is archived; its files are gone.</source>
        <translation>Diese Version ist archiviert; ihre Dateien sind weg.</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Online gehen</translation>
    </message>
    <message>
        <source>Add token…</source>
        <translation>Token hinzufügen…</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Decode in tiles</source>
        <translation>In Kacheln dekodieren</translation>
    </message>
    <message>
        <source>One guidance half at a time</source>
        <translation>Guidance-Hälften nacheinander</translation>
    </message>
    <message>
        <source>Render in 16 bits</source>
        <translation>Mit 16 Bit rendern</translation>
    </message>
    <message>
        <source>One picture at a time</source>
        <translation>Ein Bild auf einmal</translation>
    </message>
    <message>
        <source>One active expert</source>
        <translation>Ein aktiver Experte</translation>
    </message>
    <message>
        <source>Open on the Mix page</source>
        <translation>Auf der Seite „Mischen“ öffnen</translation>
    </message>
    <message>
        <source>Find in the library</source>
        <translation>In der Bibliothek suchen</translation>
    </message>
    <message>
        <source>Find online…</source>
        <translation>Im Netz suchen …</translation>
    </message>
    <message>
        <source>Picture folder…</source>
        <translation>Bilderordner …</translation>
    </message>
    <message>
        <source>Device settings</source>
        <translation>Geräteeinstellungen</translation>
    </message>
    <message>
        <source>Hub settings</source>
        <translation>Einstellungen der Hubs</translation>
    </message>
</context>
<context>
    <name>ForecastPanel</name>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>GateCheckText</name>
    <message>
        <source>Gates of %1 and %2 are nearly parallel: mean cosine %3.</source>
        <translation>Die Gates von %1 und %2 sind fast parallel: mittlerer Kosinus %3.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Centre gates</source>
        <translation>Gates zentrieren</translation>
    </message>
    <message>
        <source>Edit prompts</source>
        <translation>Prompts bearbeiten</translation>
    </message>
    <message>
        <source>Gate matrix of %1 is degenerate (condition number %2 &gt; 5).</source>
        <translation>Die Gate-Matrix von %1 ist entartet (Konditionszahl %2 &gt; 5).</translation>
    </message>
    <message>
        <source>Expert %1 is never chosen for the probe prompt.</source>
        <translation>Experte %1 wird für den Probe-Prompt nie gewählt.</translation>
    </message>
    <message>
        <source>Raise bias</source>
        <translation>Neigung erhöhen</translation>
    </message>
    <message>
        <source>Expert %1 takes %2 % of all choices for the probe prompt.</source>
        <translation>Auf Experte %1 entfallen %2 % aller Wahlen für den Probe-Prompt.</translation>
    </message>
    <message>
        <source>Lower bias</source>
        <translation>Neigung senken</translation>
    </message>
</context>
<context>
    <name>GridPlan</name>
    <message>
        <source>“%1” must be a number from %2 to %3.</source>
        <translation>„%1“ muss eine Zahl von %2 bis %3 sein.</translation>
    </message>
    <message>
        <source>“%1” is not known.</source>
        <translation>„%1“ ist nicht bekannt.</translation>
    </message>
    <message>
        <source>“%1” must be like 512x768, in multiples of 8 from 64 to 2048.</source>
        <translation>„%1“ muss wie 512x768 aussehen, in Vielfachen von 8 von 64 bis 2048.</translation>
    </message>
    <message>
        <source>There is no expert “%1”.</source>
        <translation>Es gibt keinen Experten „%1“.</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>ohne %1</translation>
    </message>
    <message>
        <source>all experts</source>
        <translation>alle Experten</translation>
    </message>
    <message>
        <source>“%1” must be like B=0.5.</source>
        <translation>„%1“ muss wie B=0.5 aussehen.</translation>
    </message>
    <message>
        <source>Write an expert and its gate prompts, like B: ink drawing | oil painting.</source>
        <translation>Einen Experten und seine Gate-Prompts schreiben, etwa B: ink drawing | oil painting.</translation>
    </message>
    <message>
        <source>There is no model “%1” in the list.</source>
        <translation>In der Liste gibt es kein Modell „%1“.</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>CFG</source>
        <translation>CFG</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Prompt, search and replace</source>
        <translation>Prompt, suchen und ersetzen</translation>
    </message>
    <message>
        <source>Active experts</source>
        <translation>Aktive Experten</translation>
    </message>
    <message>
        <source>Expert muted</source>
        <translation>Stummer Experte</translation>
    </message>
    <message>
        <source>Expert bias</source>
        <translation>Neigung eines Experten</translation>
    </message>
    <message>
        <source>Gate prompt of an expert</source>
        <translation>Gate-Prompt eines Experten</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Strength of the start image</source>
        <translation>Stärke des Startbilds</translation>
    </message>
    <message>
        <source>1, 2, 10-13</source>
        <translation>1, 2, 10-13</translation>
    </message>
    <message>
        <source>10, 20, 30</source>
        <translation>10, 20, 30</translation>
    </message>
    <message>
        <source>1, 4, 7.5</source>
        <translation>1, 4, 7.5</translation>
    </message>
    <message>
        <source>Euler, DPM++ 2M</source>
        <translation>Euler, DPM++ 2M</translation>
    </message>
    <message>
        <source>Normal, Karras</source>
        <translation>Normal, Karras</translation>
    </message>
    <message>
        <source>512x512, 512x768</source>
        <translation>512x512, 512x768</translation>
    </message>
    <message>
        <source>red, green, blue: the first is looked for in the prompt</source>
        <translation>rot, grün, blau: das erste wird im Prompt gesucht</translation>
    </message>
    <message>
        <source>1, 2, 3</source>
        <translation>1, 2, 3</translation>
    </message>
    <message>
        <source>-, A, B: - mutes none</source>
        <translation>-, A, B: - schaltet keinen stumm</translation>
    </message>
    <message>
        <source>B=-1, B=0, B=1</source>
        <translation>B=-1, B=0, B=1</translation>
    </message>
    <message>
        <source>B: ink drawing | oil painting</source>
        <translation>B: ink drawing | oil painting</translation>
    </message>
    <message>
        <source>Names from the model list</source>
        <translation>Namen aus der Modellliste</translation>
    </message>
    <message>
        <source>0.3, 0.6, 0.9</source>
        <translation>0.3, 0.6, 0.9</translation>
    </message>
    <message>
        <source>Write at least one value.</source>
        <translation>Mindestens einen Wert schreiben.</translation>
    </message>
    <message>
        <source>At most %1 values fit along one side.</source>
        <translation>Auf einer Seite ist Platz für höchstens %1 Werte.</translation>
    </message>
    <message>
        <source>Negative, search and replace</source>
        <translation>Negativ, suchen und ersetzen</translation>
    </message>
    <message>
        <source>blurry, dark: the first is looked for in the negative prompt</source>
        <translation>unscharf, dunkel: das erste wird im negativen Prompt gesucht</translation>
    </message>
    <message>
        <source>CLIP skip</source>
        <translation>CLIP überspringen</translation>
    </message>
    <message>
        <source>0, 1, 2</source>
        <translation>0, 1, 2</translation>
    </message>
    <message>
        <source>Weight rule</source>
        <translation>Gewichtsregel</translation>
    </message>
    <message>
        <source>mean, plain, empty</source>
        <translation>mean, plain, empty</translation>
    </message>
    <message>
        <source>LoRA strength</source>
        <translation>LoRA-Stärke</translation>
    </message>
    <message>
        <source>0, 0.5, 1</source>
        <translation>0, 0.5, 1</translation>
    </message>
    <message>
        <source>Variation strength</source>
        <translation>Stärke der Variation</translation>
    </message>
    <message>
        <source>0, 0.2, 0.4</source>
        <translation>0, 0.2, 0.4</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>-, names from the list of VAEs: - is the model&apos;s own</source>
        <translation>-, Namen aus der Liste der VAEs: - ist der des Modells</translation>
    </message>
    <message>
        <source>as in model</source>
        <translation>wie im Modell</translation>
    </message>
    <message>
        <source>There is no VAE “%1” in the list.</source>
        <translation>In der Liste gibt es keinen VAE „%1“.</translation>
    </message>
</context>
<context>
    <name>HeatOverlay</name>
    <message>
        <source>%1 wins %2 of the places, %3.</source>
        <translation>%1 gewinnt %2 der Stellen, %3.</translation>
    </message>
    <message>
        <source>The compared capture has no map of this shape.</source>
        <translation>Die verglichene Aufnahme hat keine Karte dieser Form.</translation>
    </message>
    <message>
        <source>The same everywhere: %1.</source>
        <translation>Überall gleich: %1.</translation>
    </message>
    <message>
        <source>From %1 to %2, highest %3.</source>
        <translation>Von %1 bis %2, am höchsten %3.</translation>
    </message>
    <message>
        <source>Winner map</source>
        <translation>Gewinnerkarte</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>Gewicht von %1</translation>
    </message>
    <message>
        <source>Uncertainty, entropy ÷ log E</source>
        <translation>Unsicherheit, Entropie ÷ log E</translation>
    </message>
    <message>
        <source>Weight of %1 minus its mean</source>
        <translation>Gewicht von %1 minus sein Mittel</translation>
    </message>
    <message>
        <source>Weight of %1, shown minus compared</source>
        <translation>Gewicht von %1, gezeigt minus verglichen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>upper left</source>
        <translation>oben links</translation>
    </message>
    <message>
        <source>top</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>upper right</source>
        <translation>oben rechts</translation>
    </message>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>lower left</source>
        <translation>unten links</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>lower right</source>
        <translation>unten rechts</translation>
    </message>
    <message>
        <source>mostly %1</source>
        <translation>vor allem %1</translation>
    </message>
    <message>
        <source>mostly %1 and %2</source>
        <translation>vor allem %1 und %2</translation>
    </message>
    <message>
        <source>The map shape of these layers is unknown.</source>
        <translation>Die Kartenform dieser Schichten ist unbekannt.</translation>
    </message>
    <message>
        <source>%1, %2; grid %3×%4</source>
        <translation>%1, %2; Gitter %3×%4</translation>
    </message>
    <message>
        <source>With one active expert the applied weight is the same everywhere. Preferred shows what each place would have picked.</source>
        <translation>Mit einem aktiven Experten ist das angewandte Gewicht überall gleich. „Bevorzugt“ zeigt, was jede Stelle gewählt hätte.</translation>
    </message>
</context>
<context>
    <name>HubBadgeText</name>
    <message>
        <source>Log in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>terms to accept</source>
        <translation>Bedingungen anzunehmen</translation>
    </message>
    <message>
        <source>Accept terms</source>
        <translation>Bedingungen annehmen</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>early access</source>
        <translation>Vorabzugang</translation>
    </message>
    <message>
        <source>early access until %1</source>
        <translation>Vorabzugang bis %1</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>its files are gone</source>
        <translation>die Dateien sind weg</translation>
    </message>
    <message>
        <source>Pickle only</source>
        <translation>Nur Pickle</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>nicht benutzbar</translation>
    </message>
    <message>
        <source>no file that this program reads</source>
        <translation>keine Datei, die dieses Programm liest</translation>
    </message>
    <message>
        <source>Downloading %1 %</source>
        <translation>Lädt, %1 %</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>you have it</source>
        <translation>Sie haben es</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Zu groß</translation>
    </message>
    <message>
        <source>only %1 free in %2</source>
        <translation>nur %1 frei in %2</translation>
    </message>
    <message>
        <source>does not fit this mix</source>
        <translation>passt nicht zu dieser Mischung</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>you have an older version</source>
        <translation>Sie haben eine ältere Version</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Reminder set</source>
        <translation>Erinnerung gesetzt</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Erinnern</translation>
    </message>
</context>
<context>
    <name>HubText</name>
    <message>
        <source>%1 M</source>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1 k</source>
        <translation>%1 Tsd.</translation>
    </message>
    <message>
        <source>%1 downloads</source>
        <translation>%1 Downloads</translation>
    </message>
    <message>
        <source>%1 likes</source>
        <translation>%1 Likes</translation>
    </message>
    <message>
        <source>A pickle, which can run code when opened. Only safetensors are used.</source>
        <translation>Eine Pickle-Datei, die beim Öffnen Code ausführen kann. Nur Safetensors werden verwendet.</translation>
    </message>
    <message>
        <source>A format that this program does not read.</source>
        <translation>Ein Format, das dieses Programm nicht liest.</translation>
    </message>
    <message>
        <source>The site&apos;s scan found this file dangerous.</source>
        <translation>Die Prüfung der Seite hält diese Datei für gefährlich.</translation>
    </message>
    <message>
        <source>Comes with the model, but is not the model.</source>
        <translation>Gehört zum Modell, ist aber nicht das Modell.</translation>
    </message>
    <message>
        <source>The authors ask you to accept their terms. Log in with a token of %1 first.</source>
        <translation>Die Urheber bitten Sie, ihre Bedingungen anzunehmen. Melden Sie sich zuerst mit einem Token von %1 an.</translation>
    </message>
    <message>
        <source>The authors ask you to accept their terms on the model&apos;s page. If you have, just get it.</source>
        <translation>Die Urheber bitten Sie, ihre Bedingungen auf der Modellseite anzunehmen. Haben Sie das getan, holen Sie es einfach.</translation>
    </message>
    <message>
        <source>In early access; buy access on the page or wait.</source>
        <translation>Im Vorabzugang; kaufen Sie den Zugang auf der Seite oder warten Sie.</translation>
    </message>
    <message>
        <source>In early access until %1; buy access on the page or wait.</source>
        <translation>Im Vorabzugang bis %1; kaufen Sie den Zugang auf der Seite oder warten Sie.</translation>
    </message>
    <message>
        <source>This version is archived; its files are gone.</source>
        <translation>Diese Version ist archiviert; ihre Dateien sind weg.</translation>
    </message>
    <message>
        <source>Only pickle files, which can run code when opened. They cannot be used.</source>
        <translation>Nur Pickle-Dateien, die beim Öffnen Code ausführen können. Sie sind nicht verwendbar.</translation>
    </message>
    <message>
        <source>No file that this program reads.</source>
        <translation>Keine Datei, die dieses Programm liest.</translation>
    </message>
    <message>
        <source>Cannot reach %1. Check the connection.</source>
        <translation>%1 ist nicht erreichbar. Prüfen Sie die Verbindung.</translation>
    </message>
    <message>
        <source>%1 stopped answering.</source>
        <translation>%1 antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>The connection to %1 broke.</source>
        <translation>Die Verbindung zu %1 ist abgebrochen.</translation>
    </message>
    <message>
        <source>The secure connection to %1 could not be trusted.</source>
        <translation>Der sicheren Verbindung zu %1 konnte nicht vertraut werden.</translation>
    </message>
    <message>
        <source>%1 has trouble right now. Try again in a few minutes.</source>
        <translation>%1 hat gerade Schwierigkeiten. Versuchen Sie es in ein paar Minuten erneut.</translation>
    </message>
    <message>
        <source>%1 sent something unreadable.</source>
        <translation>%1 hat etwas Unlesbares geschickt.</translation>
    </message>
    <message>
        <source>%1 did not understand the request.</source>
        <translation>%1 hat die Anfrage nicht verstanden.</translation>
    </message>
    <message>
        <source>This text is not a model link from huggingface.co or civitai.com.</source>
        <translation>Dieser Text ist kein Modell-Link von huggingface.co oder civitai.com.</translation>
    </message>
    <message>
        <source>This is not the name of a model on a hub.</source>
        <translation>Das ist kein Name eines Modells auf einem Hub.</translation>
    </message>
    <message>
        <source>Offline, and there is no copy of this on your computer.</source>
        <translation>Offline, und auf Ihrem Rechner gibt es davon keine Kopie.</translation>
    </message>
</context>
<context>
    <name>LibraryText</name>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Mixture</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Text encoder</source>
        <translation>Text-Encoder</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>ControlNet</source>
        <translation>ControlNet</translation>
    </message>
    <message>
        <source>Upscaler</source>
        <translation>Upscaler</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>“%1” is no longer at its place.</source>
        <translation>„%1“ ist nicht mehr an seinem Platz.</translation>
    </message>
    <message>
        <source>“%1” is an inpainting or editing model (%2 input channels); the base has 4.</source>
        <translation>„%1“ ist ein Modell zum Ausbessern oder Bearbeiten (%2 Eingangskanäle); die Basis hat 4.</translation>
    </message>
    <message>
        <source>“%1” is already a mixture. Open it as a recipe instead.</source>
        <translation>„%1“ ist schon eine Mischung. Stattdessen als Rezept öffnen.</translation>
    </message>
    <message>
        <source>Drop a LoRA on the card of the model it should change.</source>
        <translation>Eine LoRA auf die Karte des Modells ziehen, das sie ändern soll.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>„%1“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>“%1” holds only this: %2. It cannot be a base or an expert.</source>
        <translation>„%1“ enthält nur dies: %2. Es kann weder Basis noch Experte sein.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more recipe(s)</source>
        <translation>
            <numerusform>und %n weiteres Rezept</numerusform>
            <numerusform>und %n weitere Rezepte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s): %1</source>
        <translation>
            <numerusform>%n Bild: %1</numerusform>
            <numerusform>%n Bilder: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemoryRemedies</name>
    <message>
        <source>Tiled decode</source>
        <translation>In Kacheln dekodieren</translation>
    </message>
    <message>
        <source>Guidance halves one after the other</source>
        <translation>Hälften der Führung nacheinander</translation>
    </message>
    <message>
        <source>16-bit</source>
        <translation>16 Bit</translation>
    </message>
    <message>
        <source>One image at a time</source>
        <translation>Ein Bild zur Zeit</translation>
    </message>
    <message>
        <source>One active expert</source>
        <translation>Ein aktiver Experte</translation>
    </message>
    <message>
        <source>Record less</source>
        <translation>Weniger aufzeichnen</translation>
    </message>
    <message>
        <source>Smaller image</source>
        <translation>Kleineres Bild</translation>
    </message>
    <message>
        <source>Use the CPU</source>
        <translation>Die CPU benutzen</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zu&amp;letzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Mix</source>
        <translation>&amp;Mischung</translation>
    </message>
    <message>
        <source>&amp;Render</source>
        <translation>&amp;Rendern</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>MixChecks</name>
    <message>
        <source>Choose a base model.</source>
        <translation>Ein Basismodell wählen.</translation>
    </message>
    <message>
        <source>Choose base</source>
        <translation>Basis wählen</translation>
    </message>
    <message>
        <source>Add expert</source>
        <translation>Experten hinzufügen</translation>
    </message>
    <message>
        <source>Add the base as expert</source>
        <translation>Die Basis als Experten hinzufügen</translation>
    </message>
    <message>
        <source>A mixture needs at least two experts.</source>
        <translation>Eine Mischung braucht mindestens zwei Experten.</translation>
    </message>
    <message numerus="yes">
        <source>k is %1 but only %n expert(s) are on.</source>
        <translation>
            <numerusform>k ist %1, aber nur %n Experte ist an.</numerusform>
            <numerusform>k ist %1, aber nur %n Experten sind an.</numerusform>
        </translation>
    </message>
    <message>
        <source>Set k to %1</source>
        <translation>k auf %1 setzen</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>%1 is not on this computer.</source>
        <translation>%1 ist nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>%1 ist nicht benutzbar: %2</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>The licence of %1 does not allow sharing merges.</source>
        <translation>Die Lizenz von %1 erlaubt nicht, Mischungen weiterzugeben.</translation>
    </message>
    <message>
        <source>The licence of %1 does not allow selling images.</source>
        <translation>Die Lizenz von %1 erlaubt nicht, Bilder zu verkaufen.</translation>
    </message>
    <message>
        <source>%1 is %2, the base is %3.</source>
        <translation>%1 ist %2, die Basis ist %3.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>%1 predicts %2, the base %3.</source>
        <translation>%1 sagt %2 voraus, die Basis %3.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Experts %1 and %2 use the same file.</source>
        <translation>Die Experten %1 und %2 benutzen dieselbe Datei.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>%1 looks like a few-step model (from its file name), others do not. Steps and CFG may not suit both.</source>
        <translation>%1 sieht (dem Dateinamen nach) nach einem Modell für wenige Schritte aus, die anderen nicht. Schritte und CFG passen vielleicht nicht zu beiden.</translation>
    </message>
    <message>
        <source>%1 looks like a few-step model (from its metadata), others do not. Steps and CFG may not suit both.</source>
        <translation>%1 sieht (den Metadaten nach) nach einem Modell für wenige Schritte aus, die anderen nicht. Schritte und CFG passen vielleicht nicht zu beiden.</translation>
    </message>
    <message>
        <source>Gates are random.</source>
        <translation>Die Gates sind zufällig.</translation>
    </message>
    <message>
        <source>Use prompts</source>
        <translation>Prompts benutzen</translation>
    </message>
    <message>
        <source>Every expert has the same gate prompts, so routing cannot tell them apart.</source>
        <translation>Alle Experten haben dieselben Gate-Prompts, das Routing kann sie nicht unterscheiden.</translation>
    </message>
    <message>
        <source>Edit prompts</source>
        <translation>Prompts bearbeiten</translation>
    </message>
    <message>
        <source>Use Random gates</source>
        <translation>Zufällige Gates benutzen</translation>
    </message>
    <message>
        <source>Expert %1 has no gate prompt.</source>
        <translation>Experte %1 hat keinen Gate-Prompt.</translation>
    </message>
    <message>
        <source>Write prompt</source>
        <translation>Prompt schreiben</translation>
    </message>
    <message>
        <source>%1 of %2 LoRA tensors have no place in %3.</source>
        <translation>%1 von %2 LoRA-Tensoren finden in %3 keinen Platz.</translation>
    </message>
    <message>
        <source>Text encoders and VAE come from the base.</source>
        <translation>Text-Encoder und VAE kommen von der Basis.</translation>
    </message>
    <message>
        <source>Negative gate prompts do not reach the text path.</source>
        <translation>Negative Gate-Prompts erreichen den Textpfad nicht.</translation>
    </message>
    <message>
        <source>Not SegMoE-compatible: %1.</source>
        <translation>Nicht SegMoE-verträglich: %1.</translation>
    </message>
    <message>
        <source>Make compatible</source>
        <translation>Verträglich machen</translation>
    </message>
    <message>
        <source>Use the one found</source>
        <translation>Das gefundene verwenden</translation>
    </message>
    <message>
        <source>Use few-step preset</source>
        <translation>Voreinstellung für wenige Schritte</translation>
    </message>
    <message>
        <source>Use its trigger words</source>
        <translation>Seine Auslösewörter verwenden</translation>
    </message>
    <message>
        <source>gates come from weights</source>
        <translation>die Gates kommen aus den Gewichten</translation>
    </message>
    <message>
        <source>block %1 is left out</source>
        <translation>Block %1 ist ausgelassen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Download</translation>
    </message>
    <message>
        <source>%1 is being downloaded.</source>
        <translation>%1 wird gerade geladen.</translation>
    </message>
</context>
<context>
    <name>MixDocument</name>
    <message>
        <source>Untitled mix</source>
        <translation>Mischung ohne Namen</translation>
    </message>
</context>
<context>
    <name>ModelText</name>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>sell pictures</source>
        <translation>Bilder verkaufen</translation>
    </message>
    <message>
        <source>sell the model</source>
        <translation>das Modell verkaufen</translation>
    </message>
    <message>
        <source>share mixtures</source>
        <translation>Mischungen weitergeben</translation>
    </message>
    <message>
        <source>share them under other terms</source>
        <translation>sie unter anderen Bedingungen weitergeben</translation>
    </message>
    <message>
        <source>name the author</source>
        <translation>Urheber nennen</translation>
    </message>
    <message>
        <source>no need to name the author</source>
        <translation>Urheber muss nicht genannt werden</translation>
    </message>
    <message>
        <source>CivitAI terms</source>
        <translation>Bedingungen von CivitAI</translation>
    </message>
</context>
<context>
    <name>PageText</name>
    <message>
        <source>Mix</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <source>Compose a mixture</source>
        <translation>Eine Mischung zusammenstellen</translation>
    </message>
    <message>
        <source>Choose a base and at least two experts of the same architecture, and write for each expert what it should be chosen for. Build measures the gates; Render uses the mixture without saving anything.</source>
        <translation>Eine Basis und mindestens zwei Experten derselben Architektur wählen und für jeden Experten schreiben, wofür er gewählt werden soll. „Bauen“ misst die Gates; gerendert wird, ohne etwas zu speichern.</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>Rendern</translation>
    </message>
    <message>
        <source>From a prompt to a picture</source>
        <translation>Vom Prompt zum Bild</translation>
    </message>
    <message>
        <source>Write what the picture should show and press Ctrl+Enter. The line above the button says whether it fits into memory. Further renders wait in the job list.</source>
        <translation>Schreiben, was das Bild zeigen soll, und Strg+Enter drücken. Die Zeile über dem Knopf sagt, ob es in den Speicher passt. Weitere Aufträge warten in der Auftragsliste.</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Routing</translation>
    </message>
    <message>
        <source>See which expert fires where</source>
        <translation>Sehen, welcher Experte wo arbeitet</translation>
    </message>
    <message>
        <source>Every rendered picture records which experts were chosen, layer by layer and step by step. Choose a layer, a step and a place; then mute, pin or bias an expert and render again to compare.</source>
        <translation>Jedes gerenderte Bild hält fest, welche Experten gewählt wurden, Schicht für Schicht und Schritt für Schritt. Eine Schicht, einen Schritt und eine Stelle wählen; dann einen Experten stumm schalten, festhalten oder bevorzugen und zum Vergleich noch einmal rendern.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Models on this disk</source>
        <translation>Modelle auf diesem Rechner</translation>
    </message>
    <message>
        <source>Add the folders where your models are; files stay where they are. Drag a model into a mixture or choose what to do with it in its menu.</source>
        <translation>Die Ordner hinzufügen, in denen die Modelle liegen; die Dateien bleiben, wo sie sind. Ein Modell in eine Mischung ziehen oder im Menü wählen, was damit geschehen soll.</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Pictures you have made</source>
        <translation>Eigene Bilder</translation>
    </message>
    <message>
        <source>Every picture keeps the settings it was made with. Search, compare two pictures, or take the settings of one back to the render page.</source>
        <translation>Jedes Bild behält die Einstellungen, mit denen es entstand. Suchen, zwei Bilder vergleichen oder die Einstellungen eines Bildes auf die Seite Rendern übernehmen.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance, defaults, device and keys</source>
        <translation>Aussehen, Vorgaben, Gerät und Tasten</translation>
    </message>
    <message>
        <source>Changes apply at once. Items marked (restart) apply at the next start.</source>
        <translation>Änderungen gelten sofort. Mit (Neustart) Bezeichnetes gilt ab dem nächsten Start.</translation>
    </message>
</context>
<context>
    <name>PresetText</name>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Turbo</source>
        <translation>Turbo</translation>
    </message>
    <message>
        <source>Lightning</source>
        <translation>Lightning</translation>
    </message>
    <message>
        <source>LCM</source>
        <translation>LCM</translation>
    </message>
</context>
<context>
    <name>ProgressText</name>
    <message>
        <source>Starting…</source>
        <translation>Beginnt …</translation>
    </message>
    <message>
        <source>Checking the model…</source>
        <translation>Modell wird geprüft …</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Modell wird geladen …</translation>
    </message>
    <message>
        <source>Reading the prompt…</source>
        <translation>Prompt wird gelesen …</translation>
    </message>
    <message>
        <source>Measuring gates, %1 of %2</source>
        <translation>Gates werden gemessen, %1 von %2</translation>
    </message>
    <message>
        <source>Sampling, step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Decoding the picture…</source>
        <translation>Bild wird dekodiert …</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben …</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Picture %1 of %2: %3</source>
        <translation>Bild %1 von %2: %3</translation>
    </message>
    <message>
        <source>%1 · %2 left</source>
        <translation>%1 · noch %2</translation>
    </message>
    <message>
        <source>Loading the model, part %1 of %2</source>
        <translation>Modell wird geladen, Teil %1 von %2</translation>
    </message>
</context>
<context>
    <name>PublishTerms</name>
    <message>
        <source>These licences do not let a mixture be shared: %1. Replace the parts, or keep the mixture to yourself.</source>
        <translation>Diese Lizenzen erlauben es nicht, eine Mischung weiterzugeben: %1. Ersetzen Sie die Teile, oder behalten Sie die Mischung für sich.</translation>
    </message>
    <message>
        <source>Nobody has said what the licence of these parts allows: %1. Look at their pages.</source>
        <translation>Niemand hat gesagt, was die Lizenz dieser Teile erlaubt: %1. Sehen Sie auf ihren Seiten nach.</translation>
    </message>
    <message>
        <source>Write account/name, with letters, digits, “-”, “_” and “.” only.</source>
        <translation>Schreiben Sie Konto/Name, nur mit Buchstaben, Ziffern, „-“, „_“ und „.“.</translation>
    </message>
</context>
<context>
    <name>QueueText</name>
    <message>
        <source>(no prompt)</source>
        <translation>(kein Prompt)</translation>
    </message>
    <message>
        <source>Build %1</source>
        <translation>%1 bauen</translation>
    </message>
    <message>
        <source>Predict experts: %1</source>
        <translation>Experten vorhersagen: %1</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message numerus="yes">
        <source>%n expert(s)</source>
        <translation>
            <numerusform>%n Experte</numerusform>
            <numerusform>%n Experten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1×%2</source>
        <translation>%1×%2</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active expert(s)</source>
        <translation>
            <numerusform>%n aktiver Experte</numerusform>
            <numerusform>%n aktive Experten</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 fertig</translation>
    </message>
    <message>
        <source>Cancelling… finishing the current layer</source>
        <translation>Wird abgebrochen … die laufende Schicht wird beendet</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>Cancelled at step %1</source>
        <translation>Abgebrochen bei Schritt %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>RecallPlan</name>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Negativ</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>CFG</source>
        <translation>CFG</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>not known here</source>
        <translation>hier nicht bekannt</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>CLIP skip</source>
        <translation>CLIP-Skip</translation>
    </message>
    <message>
        <source>Active experts</source>
        <translation>Aktive Experten</translation>
    </message>
    <message>
        <source>Expert control</source>
        <translation>Steuerung der Experten</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>has no counterpart here</source>
        <translation>hat hier keine Entsprechung</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>Experte</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>Denoising strength</source>
        <translation>Stärke des Entrauschens</translation>
    </message>
    <message>
        <source>choose the start image by hand</source>
        <translation>wählen Sie das Startbild von Hand</translation>
    </message>
</context>
<context>
    <name>RefusalText</name>
    <message>
        <source>“%1” is %2, this mixture is %3. Experts must share the architecture of the base.</source>
        <translation>„%1“ ist %2, diese Mischung ist %3. Experten müssen die Architektur der Basis haben.</translation>
    </message>
    <message>
        <source>“%1” holds only %4; it cannot be a base or an expert.</source>
        <translation>„%1“ enthält nur %4; es kann weder Basis noch Experte sein.</translation>
    </message>
    <message>
        <source>“%1” is a pickle file, which can run code when opened. Use a .safetensors version.</source>
        <translation>„%1“ ist eine Pickle-Datei, die beim Öffnen Code ausführen kann. Bitte eine .safetensors-Fassung benutzen.</translation>
    </message>
    <message>
        <source>SegMoE Studio cannot read “%4” files here.</source>
        <translation>SegMoE Studio kann „%4“-Dateien hier nicht lesen.</translation>
    </message>
    <message>
        <source>A mixture holds at most 8 experts. Remove one first.</source>
        <translation>Eine Mischung fasst höchstens 8 Experten. Erst einen entfernen.</translation>
    </message>
    <message>
        <source>“%1” is an inpainting or editing model (%5 input channels); the base has 4.</source>
        <translation>„%1“ ist ein Modell zum Ausbessern oder Bearbeiten (%5 Eingangskanäle); die Basis hat 4.</translation>
    </message>
    <message>
        <source>Drop a LoRA on the card of the model it should change.</source>
        <translation>Eine LoRA auf die Karte des Modells ziehen, das sie ändern soll.</translation>
    </message>
    <message>
        <source>This LoRA was made for %2, the card is %3.</source>
        <translation>Diese LoRA wurde für %2 gemacht, die Karte ist %3.</translation>
    </message>
    <message>
        <source>“%1” is still being downloaded.</source>
        <translation>„%1“ wird noch heruntergeladen.</translation>
    </message>
    <message>
        <source>“%1” is damaged: %4.</source>
        <translation>„%1“ ist beschädigt: %4.</translation>
    </message>
    <message>
        <source>This text is not a model link, an image link or generation settings.</source>
        <translation>Dieser Text ist weder ein Modell-Link noch ein Bild-Link noch Einstellungen eines Bildes.</translation>
    </message>
    <message>
        <source>Only links from huggingface.co and civitai.com are understood.</source>
        <translation>Nur Links von huggingface.co und civitai.com werden verstanden.</translation>
    </message>
    <message>
        <source>“%1” is already a mixture. Open it as a recipe instead.</source>
        <translation>„%1“ ist schon eine Mischung. Stattdessen als Rezept öffnen.</translation>
    </message>
    <message>
        <source>“%1” stores weights as %4, which cannot be mixed.</source>
        <translation>„%1“ speichert Gewichte als %4, was sich nicht mischen lässt.</translation>
    </message>
    <message>
        <source>No generation settings were found in “%1”.</source>
        <translation>In „%1“ wurden keine Einstellungen gefunden.</translation>
    </message>
    <message>
        <source>“%1” has no model_index.json and no model file.</source>
        <translation>In „%1“ gibt es weder model_index.json noch eine Modelldatei.</translation>
    </message>
    <message>
        <source>a VAE</source>
        <translation>eine VAE</translation>
    </message>
    <message>
        <source>a text encoder</source>
        <translation>einen Text-Encoder</translation>
    </message>
    <message>
        <source>a ControlNet</source>
        <translation>ein ControlNet</translation>
    </message>
    <message>
        <source>an upscaler</source>
        <translation>einen Upscaler</translation>
    </message>
    <message>
        <source>an embedding</source>
        <translation>ein Embedding</translation>
    </message>
    <message>
        <source>tensors that are not known</source>
        <translation>unbekannte Tensoren</translation>
    </message>
</context>
<context>
    <name>Routing</name>
    <message numerus="yes">
        <source>mean of %n block(s)</source>
        <translation>
            <numerusform>Mittel über %n Block</numerusform>
            <numerusform>Mittel über %n Blöcke</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of all %n block(s)</source>
        <translation>
            <numerusform>Mittel über %n Block</numerusform>
            <numerusform>Mittel über alle %n Blöcke</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n kind(s)</source>
        <translation>
            <numerusform>Mittel über %n Art</numerusform>
            <numerusform>Mittel über %n Arten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n step(s)</source>
        <translation>
            <numerusform>Mittel über %n Schritt</numerusform>
            <numerusform>Mittel über %n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>preferred</source>
        <translation>bevorzugt</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>preferred by the negative half</source>
        <translation>von der negativen Hälfte bevorzugt</translation>
    </message>
    <message>
        <source>applied in the negative half</source>
        <translation>in der negativen Hälfte angewandt</translation>
    </message>
    <message>
        <source>preferred, mean of both halves</source>
        <translation>bevorzugt, Mittel beider Hälften</translation>
    </message>
    <message>
        <source>applied, mean of both halves</source>
        <translation>angewandt, Mittel beider Hälften</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>%1 is not mixed.</source>
        <translation>%1 ist nicht gemischt.</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>mean of its kinds</source>
        <translation>Mittel seiner Arten</translation>
    </message>
    <message>
        <source>%1 chosen, weight %2</source>
        <translation>%1 gewählt, Gewicht %2</translation>
    </message>
    <message>
        <source>%1 chosen, weight %2, preferred %3</source>
        <translation>%1 gewählt, Gewicht %2, bevorzugt %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>This capture holds choices but no maps.</source>
        <translation>Diese Aufnahme enthält Wahlen, aber keine Karten.</translation>
    </message>
    <message>
        <source>This capture holds choices but not what the places preferred.</source>
        <translation>Diese Aufnahme enthält Wahlen, aber nicht, was die Stellen bevorzugten.</translation>
    </message>
</context>
<context>
    <name>RoutingReport</name>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>SamplerWords</name>
    <message>
        <source>The classic: steady, the same at every number of steps.</source>
        <translation>Der Klassiker: stetig, bei jeder Schrittzahl gleich.</translation>
    </message>
    <message>
        <source>As models are trained; needs many steps.</source>
        <translation>So, wie Modelle trainiert werden; braucht viele Schritte.</translation>
    </message>
    <message>
        <source>Simple and quick; good for a first look.</source>
        <translation>Einfach und schnell; gut für einen ersten Blick.</translation>
    </message>
    <message>
        <source>Adds noise at each step: lively, never settles.</source>
        <translation>Fügt in jedem Schritt Rauschen hinzu: lebendig, kommt nie zur Ruhe.</translation>
    </message>
    <message>
        <source>Two evaluations a step: finer, twice the time.</source>
        <translation>Zwei Auswertungen je Schritt: feiner, doppelte Zeit.</translation>
    </message>
    <message>
        <source>Clean pictures in 15 to 30 steps; the usual choice.</source>
        <translation>Saubere Bilder in 15 bis 30 Schritten; die übliche Wahl.</translation>
    </message>
    <message>
        <source>Like DPM++ 2M with fresh noise: more detail.</source>
        <translation>Wie DPM++ 2M mit frischem Rauschen: mehr Einzelheiten.</translation>
    </message>
    <message>
        <source>Rich detail in few steps, at twice the time a step.</source>
        <translation>Viele Einzelheiten in wenigen Schritten, bei doppelter Zeit je Schritt.</translation>
    </message>
    <message>
        <source>Good pictures already in about 10 steps.</source>
        <translation>Schon in etwa 10 Schritten gute Bilder.</translation>
    </message>
    <message>
        <source>Looks back at earlier steps; smooth pictures.</source>
        <translation>Schaut auf frühere Schritte zurück; glatte Bilder.</translation>
    </message>
    <message>
        <source>What the first Stable Diffusion models used.</source>
        <translation>Was die ersten Stable-Diffusion-Modelle benutzten.</translation>
    </message>
    <message>
        <source>For LCM models: 4 to 8 steps, CFG 1 to 2.</source>
        <translation>Für LCM-Modelle: 4 bis 8 Schritte, CFG 1 bis 2.</translation>
    </message>
    <message>
        <source>For TCD models: few steps, more detail than LCM.</source>
        <translation>Für TCD-Modelle: wenige Schritte, mehr Einzelheiten als LCM.</translation>
    </message>
</context>
<context>
    <name>SettingRows</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Einen Ordner wählen</translation>
    </message>
    <message>
        <source>Image folder</source>
        <translation>Bilderordner</translation>
    </message>
    <message>
        <source>A file needs a name.</source>
        <translation>Eine Datei braucht einen Namen.</translation>
    </message>
    <message>
        <source>These characters cannot be in a file name: \ : * ? &quot; &lt; &gt; |</source>
        <translation>Diese Zeichen sind in einem Dateinamen nicht möglich: \ : * ? &quot; &lt; &gt; |</translation>
    </message>
    <message>
        <source>“{%1}” is not known here.</source>
        <translation>„{%1}“ ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Write the whole path of a folder.</source>
        <translation>Den ganzen Pfad eines Ordners schreiben.</translation>
    </message>
    <message>
        <source>%1 is not a folder.</source>
        <translation>%1 ist kein Ordner.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Language of the texts in this window.</source>
        <translation>Sprache der Texte in diesem Fenster.</translation>
    </message>
    <message>
        <source>Open with</source>
        <translation>Öffnen mit</translation>
    </message>
    <message>
        <source>The page shown at the next start.</source>
        <translation>Die Seite, die beim nächsten Start gezeigt wird.</translation>
    </message>
    <message>
        <source>Last page</source>
        <translation>Letzter Seite</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>Rendern</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Routing</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Tell me when a job is done</source>
        <translation>Melden, wenn ein Auftrag fertig ist</translation>
    </message>
    <message>
        <source>Only while the window is not active.</source>
        <translation>Nur wenn das Fenster nicht aktiv ist.</translation>
    </message>
    <message>
        <source>Ask before quitting with work running</source>
        <translation>Vor dem Beenden bei laufender Arbeit fragen</translation>
    </message>
    <message>
        <source>Otherwise the running job is stopped and the waiting ones are kept.</source>
        <translation>Sonst wird der laufende Auftrag angehalten; die wartenden bleiben erhalten.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>System follows the light or dark appearance of the desktop.</source>
        <translation>System folgt dem hellen oder dunklen Aussehen des Desktops.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Size of all texts of this window, relative to the desktop.</source>
        <translation>Größe aller Texte dieses Fensters im Verhältnis zum Desktop.</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>Abstände</translation>
    </message>
    <message>
        <source>Height of controls.</source>
        <translation>Höhe der Bedienelemente.</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Bequem</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Lines as dark as text, no soft fills, a wider focus frame.</source>
        <translation>Linien so dunkel wie Text, keine sanften Flächen, ein breiterer Fokusrahmen.</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Nothing fades or slides.</source>
        <translation>Nichts blendet oder gleitet.</translation>
    </message>
    <message>
        <source>Patterns for experts</source>
        <translation>Muster für Experten</translation>
    </message>
    <message>
        <source>Tell experts apart without colour.</source>
        <translation>Experten auch ohne Farbe unterscheiden.</translation>
    </message>
    <message>
        <source>Live preview</source>
        <translation>Vorschau beim Rendern</translation>
    </message>
    <message>
        <source>A rough picture while sampling.</source>
        <translation>Ein grobes Bild während des Samplings.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>After a time</source>
        <translation>Nach einer Zeit</translation>
    </message>
    <message>
        <source>After some steps</source>
        <translation>Nach einigen Schritten</translation>
    </message>
    <message>
        <source>Preview every</source>
        <translation>Vorschau alle</translation>
    </message>
    <message>
        <source>Shorter times cost a little speed.</source>
        <translation>Kürzere Zeiten kosten ein wenig Geschwindigkeit.</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Preview every so many steps</source>
        <translation>Vorschau nach so vielen Schritten</translation>
    </message>
    <message>
        <source> steps</source>
        <translation> Schritte</translation>
    </message>
    <message>
        <source>Noise source</source>
        <translation>Rauschquelle</translation>
    </message>
    <message>
        <source>The CPU gives the same picture on every machine.</source>
        <translation>Die CPU ergibt auf jedem Rechner dasselbe Bild.</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>As on a GPU</source>
        <translation>Wie auf einer GPU</translation>
    </message>
    <message>
        <source>Weight rule</source>
        <translation>Gewichtsregel</translation>
    </message>
    <message>
        <source>How (word:1.2) changes the prompt.</source>
        <translation>Wie (Wort:1.2) den Prompt ändert.</translation>
    </message>
    <message>
        <source>Keep the mean</source>
        <translation>Mittelwert halten</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Einfach</translation>
    </message>
    <message>
        <source>From empty</source>
        <translation>Vom leeren Prompt</translation>
    </message>
    <message>
        <source>After cancelling, keep the preview</source>
        <translation>Nach dem Abbrechen die Vorschau behalten</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Anbieten</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Size of random seeds</source>
        <translation>Größe zufälliger Seeds</translation>
    </message>
    <message>
        <source>32 bits match other programs.</source>
        <translation>32 Bit passen zu anderen Programmen.</translation>
    </message>
    <message>
        <source>32 bits</source>
        <translation>32 Bit</translation>
    </message>
    <message>
        <source>64 bits</source>
        <translation>64 Bit</translation>
    </message>
    <message>
        <source>Settings kept in history</source>
        <translation>Einstellungen im Verlauf</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Used from the next job on.</source>
        <translation>Gilt ab dem nächsten Auftrag.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Automatic takes what the device computes fastest without visible loss.</source>
        <translation>Automatisch nimmt, was das Gerät ohne sichtbaren Verlust am schnellsten rechnet.</translation>
    </message>
    <message>
        <source>32 bit</source>
        <translation>32 Bit</translation>
    </message>
    <message>
        <source>16 bit (bf16)</source>
        <translation>16 Bit (bf16)</translation>
    </message>
    <message>
        <source>16 bit (fp16)</source>
        <translation>16 Bit (fp16)</translation>
    </message>
    <message>
        <source>CPU threads</source>
        <translation>CPU-Threads</translation>
    </message>
    <message>
        <source>More threads than cores make nothing faster.</source>
        <translation>Mehr Threads als Kerne machen nichts schneller.</translation>
    </message>
    <message>
        <source>Tiled decode</source>
        <translation>In Kacheln dekodieren</translation>
    </message>
    <message>
        <source>Decodes the picture in parts: less memory, a little slower.</source>
        <translation>Dekodiert das Bild in Teilen: weniger Speicher, etwas langsamer.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Unload when idle</source>
        <translation>Bei Ruhe entladen</translation>
    </message>
    <message>
        <source>Frees the memory of loaded models after this time without work.</source>
        <translation>Gibt den Speicher geladener Modelle nach dieser Zeit ohne Arbeit frei.</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Loaded models</source>
        <translation>Geladene Modelle</translation>
    </message>
    <message>
        <source>What is loaded and how to free it.</source>
        <translation>Was geladen ist und wie es sich freigeben lässt.</translation>
    </message>
    <message>
        <source>Where rendered pictures are stored.</source>
        <translation>Wo gerenderte Bilder gespeichert werden.</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>Dateinamen</translation>
    </message>
    <message>
        <source>Parts in braces are filled in: {date}, {time}, {index}, {seed}, {mix}, {width}, {height}. A / makes a folder.</source>
        <translation>Teile in Klammern werden ausgefüllt: {date}, {time}, {index}, {seed}, {mix}, {width}, {height}. Ein / macht einen Ordner.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>PNG keeps everything exactly; JPEG and WebP are smaller.</source>
        <translation>PNG bewahrt alles genau; JPEG und WebP sind kleiner.</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>JPEG</source>
        <translation>JPEG</translation>
    </message>
    <message>
        <source>WebP</source>
        <translation>WebP</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Of JPEG and WebP.</source>
        <translation>Von JPEG und WebP.</translation>
    </message>
    <message>
        <source>Write settings into images</source>
        <translation>Einstellungen in Bilder schreiben</translation>
    </message>
    <message>
        <source>Text is what other programs read; full adds the mixture and its routing.</source>
        <translation>„Text“ lesen andere Programme; „Vollständig“ fügt die Mischung und ihr Routing hinzu.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Record routing</source>
        <translation>Routing aufzeichnen</translation>
    </message>
    <message>
        <source>What a render keeps of its routing; maps take more memory.</source>
        <translation>Was ein Auftrag von seinem Routing behält; Karten brauchen mehr Speicher.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Captures kept</source>
        <translation>Behaltene Aufnahmen</translation>
    </message>
    <message>
        <source>The oldest ones go first.</source>
        <translation>Die ältesten gehen zuerst.</translation>
    </message>
    <message>
        <source>Memory for captures</source>
        <translation>Speicher für Aufnahmen</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Colours of heat maps; both rise steadily in lightness.</source>
        <translation>Farben der Wärmekarten; beide werden stetig heller.</translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation>Cividis</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Greys</source>
        <translation>Grautöne</translation>
    </message>
    <message>
        <source>Opacity of maps</source>
        <translation>Deckkraft der Karten</translation>
    </message>
    <message>
        <source>Of a heat map over the picture.</source>
        <translation>Einer Wärmekarte über dem Bild.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Save the open mixture every</source>
        <translation>Die offene Mischung speichern alle</translation>
    </message>
    <message>
        <source>So that a crash loses nothing.</source>
        <translation>Damit ein Absturz nichts verliert.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>Rendern</translation>
    </message>
    <message>
        <source>Device and memory</source>
        <translation>Gerät und Speicher</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Default sampler</source>
        <translation>Sampler als Vorgabe</translation>
    </message>
    <message>
        <source>For models that recommend none.</source>
        <translation>Für Modelle, die nichts empfehlen.</translation>
    </message>
    <message>
        <source>Default noise</source>
        <translation>Rauschen als Vorgabe</translation>
    </message>
    <message>
        <source>Spacing of noise levels, for models that recommend none.</source>
        <translation>Abstand der Rauschstufen, für Modelle, die nichts empfehlen.</translation>
    </message>
    <message>
        <source>Default steps, SD</source>
        <translation>Schritte als Vorgabe, SD</translation>
    </message>
    <message>
        <source>More steps, more time.</source>
        <translation>Mehr Schritte, mehr Zeit.</translation>
    </message>
    <message>
        <source>Default CFG, SD</source>
        <translation>CFG als Vorgabe, SD</translation>
    </message>
    <message>
        <source>How strictly the prompt is followed.</source>
        <translation>Wie streng dem Prompt gefolgt wird.</translation>
    </message>
    <message>
        <source>Default steps, SDXL</source>
        <translation>Schritte als Vorgabe, SDXL</translation>
    </message>
    <message>
        <source>Default CFG, SDXL</source>
        <translation>CFG als Vorgabe, SDXL</translation>
    </message>
    <message>
        <source>Copy and drag with settings</source>
        <translation>Mit Einstellungen kopieren und ziehen</translation>
    </message>
    <message>
        <source>Otherwise only the pixels; “Copy without metadata” never takes more.</source>
        <translation>Sonst nur die Pixel; „Ohne Metadaten kopieren“ nimmt nie mehr mit.</translation>
    </message>
    <message>
        <source>Save captures with images</source>
        <translation>Aufzeichnungen mit Bildern speichern</translation>
    </message>
    <message>
        <source>A .segroute file beside the picture; the Routing page opens it again.</source>
        <translation>Eine .segroute-Datei neben dem Bild; die Seite Routing öffnet sie wieder.</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>Range of the colours. Per layer makes small differences visible.</source>
        <translation>Bereich der Farben. „Je Schicht“ macht kleine Unterschiede sichtbar.</translation>
    </message>
    <message>
        <source>Per layer</source>
        <translation>Je Schicht</translation>
    </message>
    <message>
        <source>0–1</source>
        <translation>0–1</translation>
    </message>
    <message>
        <source>Whole capture</source>
        <translation>Ganze Aufnahme</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Gates</translation>
    </message>
    <message>
        <source>How a new mixture makes its routing vectors.</source>
        <translation>Wie eine neue Mischung ihre Routing-Vektoren bildet.</translation>
    </message>
    <message>
        <source>From prompts</source>
        <translation>Aus Prompts</translation>
    </message>
    <message>
        <source>From prompts, as SegMoE</source>
        <translation>Aus Prompts, wie SegMoE</translation>
    </message>
    <message>
        <source>Text only</source>
        <translation>Nur Text</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Gate steps</source>
        <translation>Gate-Schritte</translation>
    </message>
    <message>
        <source>Of a new mixture. More steps measure closer to SegMoE and take longer.</source>
        <translation>Einer neuen Mischung. Mehr Schritte messen näher an SegMoE und dauern länger.</translation>
    </message>
    <message>
        <source>Downloads at a time</source>
        <translation>Downloads gleichzeitig</translation>
    </message>
    <message>
        <source>Files that are fetched together.</source>
        <translation>Dateien, die zusammen geladen werden.</translation>
    </message>
    <message>
        <source>Speed limit of downloads</source>
        <translation>Höchstgeschwindigkeit der Downloads</translation>
    </message>
    <message>
        <source>For all of them together.</source>
        <translation>Für alle zusammen.</translation>
    </message>
    <message>
        <source> MB/s</source>
        <translation> MB/s</translation>
    </message>
    <message>
        <source>Unlimited</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>Edit tokens…</source>
        <translation>Token bearbeiten …</translation>
    </message>
    <message>
        <source>Write scheme and host alone, for example https://huggingface.co.</source>
        <translation>Schreiben Sie nur Schema und Rechner, zum Beispiel https://huggingface.co.</translation>
    </message>
    <message>
        <source>Only https:// is safe enough; http:// is for this computer alone.</source>
        <translation>Nur https:// ist sicher genug; http:// gilt allein für diesen Rechner.</translation>
    </message>
    <message>
        <source>Settings are no place for passwords: put this address into HTTPS_PROXY.</source>
        <translation>Einstellungen sind kein Ort für Kennwörter: Setzen Sie diese Adresse in HTTPS_PROXY.</translation>
    </message>
    <message>
        <source>Write scheme, host and port, for example http://proxy:3128.</source>
        <translation>Schreiben Sie Schema, Rechner und Port, zum Beispiel http://proxy:3128.</translation>
    </message>
    <message>
        <source>Access tokens</source>
        <translation>Zugangstoken</translation>
    </message>
    <message>
        <source>They open gated and private models, and let you publish.</source>
        <translation>Sie öffnen geschützte und private Modelle und erlauben das Veröffentlichen.</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Offline arbeiten</translation>
    </message>
    <message>
        <source>Nothing is asked of any server. Models on this computer work as ever.</source>
        <translation>Kein Server wird gefragt. Modelle auf diesem Rechner gehen wie immer.</translation>
    </message>
    <message>
        <source>Hugging Face address</source>
        <translation>Adresse von Hugging Face</translation>
    </message>
    <message>
        <source>Use a mirror here. The token of Hugging Face is not sent there; a mirror has one of its own.</source>
        <translation>Hier kann ein Spiegel stehen. Das Token von Hugging Face geht nicht dorthin; ein Spiegel hat ein eigenes.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>System follows HTTPS_PROXY, ALL_PROXY and NO_PROXY.</source>
        <translation>System folgt HTTPS_PROXY, ALL_PROXY und NO_PROXY.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>With Manual: http://host:port or socks5://host:port.</source>
        <translation>Bei „Von Hand“: http://host:port oder socks5://host:port.</translation>
    </message>
    <message>
        <source>Hubs and tokens</source>
        <translation>Hubs und Token</translation>
    </message>
    <message>
        <source>Mature previews</source>
        <translation>Vorschau nicht jugendfrei</translation>
    </message>
    <message>
        <source>Pictures of CivitAI that are not for everybody.</source>
        <translation>Bilder von CivitAI, die nicht für alle sind.</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Unscharf</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>RAM limit</source>
        <translation>RAM-Grenze</translation>
    </message>
    <message>
        <source>Share of the memory that forecasts count with, and that experts may take that stay loaded.</source>
        <translation>Anteil des Speichers, mit dem Vorhersagen rechnen und den geladene Experten belegen dürfen.</translation>
    </message>
    <message>
        <source>Leave the computer responsive</source>
        <translation>Rechner bedienbar halten</translation>
    </message>
    <message>
        <source>Other programs go first while pictures are computed.</source>
        <translation>Andere Programme haben Vorrang, während Bilder gerechnet werden.</translation>
    </message>
    <message>
        <source>Preview cache</source>
        <translation>Vorschau-Zwischenspeicher</translation>
    </message>
    <message>
        <source>Disk space for the small pictures of gallery and library; those made first go first.</source>
        <translation>Plattenplatz für die kleinen Bilder von Galerie und Bibliothek; die ältesten gehen zuerst.</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Downloads are under way: change it when they have ended.</source>
        <translation>Es wird gerade heruntergeladen: ändern Sie ihn, wenn das beendet ist.</translation>
    </message>
    <message>
        <source>Check hashes in the background</source>
        <translation>Prüfsummen im Hintergrund berechnen</translation>
    </message>
    <message>
        <source>Finds copies in the library, and names the models of pictures. Rests while the engine works.</source>
        <translation>Findet Kopien in der Bibliothek und benennt die Modelle von Bildern. Ruht, während gerechnet wird.</translation>
    </message>
    <message>
        <source>Download folder</source>
        <translation>Ordner für Downloads</translation>
    </message>
    <message>
        <source>Where models of CivitAI are kept. Those of Hugging Face stay in the cache that other programs share.</source>
        <translation>Wo Modelle von CivitAI liegen. Die von Hugging Face bleiben im Cache, den sich andere Programme teilen.</translation>
    </message>
</context>
<context>
    <name>SettingsText</name>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>%1 (nearest here: %2)</source>
        <translation>%1 (hier am nächsten: %2)</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>CFG</source>
        <translation>CFG</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Clip skip</source>
        <translation>CLIP-Skip</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>Variation</translation>
    </message>
    <message>
        <source>%1 of seed %2</source>
        <translation>%1 von Seed %2</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>same on every machine</source>
        <translation>auf jedem Rechner gleich</translation>
    </message>
    <message>
        <source>of the device</source>
        <translation>des Geräts</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>%1 muted in %2, %3 to %4 % of the steps</source>
        <translation>%1 stumm in %2, %3 bis %4 % der Schritte</translation>
    </message>
    <message>
        <source>%1 alone in %2, %3 to %4 % of the steps</source>
        <translation>%1 allein in %2, %3 bis %4 % der Schritte</translation>
    </message>
    <message>
        <source>%1 pinned in %2, %3 to %4 % of the steps</source>
        <translation>%1 fest in %2, %3 bis %4 % der Schritte</translation>
    </message>
    <message>
        <source>%1 biased by %5 in %2, %3 to %4 % of the steps</source>
        <translation>%1 mit Neigung %5 in %2, %3 bis %4 % der Schritte</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Negativ</translation>
    </message>
    <message>
        <source>Mixture</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
</context>
<context>
    <name>ShortcutPresets</name>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>AUTOMATIC1111</source>
        <translation>AUTOMATIC1111</translation>
    </message>
    <message>
        <source>InvokeAI</source>
        <translation>InvokeAI</translation>
    </message>
    <message>
        <source>Like Krita</source>
        <translation>Wie Krita</translation>
    </message>
</context>
<context>
    <name>SiteLabel</name>
    <message>
        <source>Self-attention</source>
        <translation>Self-Attention</translation>
    </message>
    <message>
        <source>Cross query</source>
        <translation>Cross-Query</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Feed-forward</source>
        <translation>Feed-Forward</translation>
    </message>
</context>
<context>
    <name>SizeBuckets</name>
    <message>
        <source>Square</source>
        <translation>Quadrat</translation>
    </message>
    <message>
        <source>Portrait 3:4</source>
        <translation>Hoch 3:4</translation>
    </message>
    <message>
        <source>Portrait 2:3</source>
        <translation>Hoch 2:3</translation>
    </message>
    <message>
        <source>Portrait 9:16</source>
        <translation>Hoch 9:16</translation>
    </message>
    <message>
        <source>Landscape 4:3</source>
        <translation>Quer 4:3</translation>
    </message>
    <message>
        <source>Landscape 3:2</source>
        <translation>Quer 3:2</translation>
    </message>
    <message>
        <source>Landscape 16:9</source>
        <translation>Quer 16:9</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>Breit</translation>
    </message>
    <message>
        <source>Large square (may repeat objects)</source>
        <translation>Großes Quadrat (kann Dinge wiederholen)</translation>
    </message>
    <message>
        <source>Tall</source>
        <translation>Sehr hoch</translation>
    </message>
</context>
<context>
    <name>SourceText</name>
    <message>
        <source>local</source>
        <translation>lokal</translation>
    </message>
    <message>
        <source>Checking %1…</source>
        <translation>%1 wird geprüft …</translation>
    </message>
    <message>
        <source>Not at its place</source>
        <translation>Nicht an seinem Platz</translation>
    </message>
    <message>
        <source>%1 · not on this computer</source>
        <translation>%1 · nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Nicht benutzbar</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>licence unknown</source>
        <translation>Lizenz unbekannt</translation>
    </message>
    <message>
        <source>%1 · downloading %2 %</source>
        <translation>%1 · wird geladen, %2 %</translation>
    </message>
    <message>
        <source>Changed on disk since it was added</source>
        <translation>Auf dem Datenträger geändert, seit es hinzugefügt wurde</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::AboutSection</name>
    <message>
        <source>SegMoE Studio %1</source>
        <translation>SegMoE Studio %1</translation>
    </message>
    <message>
        <source>Mixtures of Stable Diffusion experts, without merging them.</source>
        <translation>Mischungen aus Stable-Diffusion-Experten, ohne sie zu verschmelzen.</translation>
    </message>
    <message>
        <source>Copy system report</source>
        <translation>Systembericht kopieren</translation>
    </message>
    <message>
        <source>The system report is in the clipboard.</source>
        <translation>Der Systembericht ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Licences and notices</source>
        <translation>Lizenzen und Hinweise</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>Lizenzen…</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ActPanel</name>
    <message>
        <source>Add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Re-render and compare</source>
        <translation>Neu rendern und vergleichen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Keep in mix</source>
        <translation>In der Mischung behalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Act on experts</source>
        <translation>Auf Experten einwirken</translation>
    </message>
    <message>
        <source>Layers of the rule</source>
        <translation>Schichten der Regel</translation>
    </message>
    <message>
        <source>In which layers the switches act.</source>
        <translation>In welchen Schichten die Schalter wirken.</translation>
    </message>
    <message>
        <source>Kinds of the rule</source>
        <translation>Arten der Regel</translation>
    </message>
    <message>
        <source>For which decisions the switches act.</source>
        <translation>Für welche Entscheidungen die Schalter wirken.</translation>
    </message>
    <message>
        <source>First step of the rule</source>
        <translation>Erster Schritt der Regel</translation>
    </message>
    <message>
        <source>First step in which the switches act.</source>
        <translation>Erster Schritt, in dem die Schalter wirken.</translation>
    </message>
    <message>
        <source>Last step of the rule</source>
        <translation>Letzter Schritt der Regel</translation>
    </message>
    <message>
        <source>Last step in which the switches act.</source>
        <translation>Letzter Schritt, in dem die Schalter wirken.</translation>
    </message>
    <message>
        <source>Active experts</source>
        <translation>Aktive Experten</translation>
    </message>
    <message>
        <source>How many experts are chosen at once in the new render.</source>
        <translation>Wie viele Experten beim neuen Rendern auf einmal gewählt werden.</translation>
    </message>
    <message>
        <source>as in mix</source>
        <translation>wie in der Mischung</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>k</source>
        <translation>k</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Keep these switches as one rule and start another.</source>
        <translation>Diese Schalter als eine Regel behalten und eine neue beginnen.</translation>
    </message>
    <message>
        <source>Render the same seed with these rules and compare (Ctrl+R)</source>
        <translation>Denselben Seed mit diesen Regeln rendern und vergleichen (Strg+R)</translation>
    </message>
    <message>
        <source>More ways to render again</source>
        <translation>Weitere Arten, neu zu rendern</translation>
    </message>
    <message>
        <source>Clear all switches and rules.</source>
        <translation>Alle Schalter und Regeln aufheben.</translation>
    </message>
    <message>
        <source>Store these rules as the mix default (undoable).</source>
        <translation>Diese Regeln als Vorgabe der Mischung speichern (lässt sich rückgängig machen).</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop and keep the old picture</source>
        <translation>Anhalten und das alte Bild behalten</translation>
    </message>
    <message>
        <source>Mute each in turn…</source>
        <translation>Jeden der Reihe nach stumm …</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message numerus="yes">
        <source>Selected %n</source>
        <comment>layers</comment>
        <translation>
            <numerusform>Gewählt: %n</numerusform>
            <numerusform>Gewählt: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>Text path</source>
        <translation>Textpfad</translation>
    </message>
    <message>
        <source>Select layers in the strip below first.</source>
        <translation>Zuerst unten im Streifen Schichten wählen.</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Noch ist nichts geändert.</translation>
    </message>
    <message>
        <source>Kept rules; a later one wins. Enter takes one back to the switches, Del removes it.</source>
        <translation>Behaltene Regeln; eine spätere gewinnt. Die Eingabetaste holt eine zu den Schaltern zurück, Entf nimmt sie weg.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ActRows</name>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Mute %1</source>
        <translation>%1 stumm</translation>
    </message>
    <message>
        <source>Mute: never choose expert %1 here (M)</source>
        <translation>Stumm: Experte %1 hier nie wählen (M)</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>Solo %1</source>
        <translation>Solo %1</translation>
    </message>
    <message>
        <source>Solo: choose only %1 (S)</source>
        <translation>Solo: nur %1 wählen (S)</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>Pin %1</source>
        <translation>%1 fest</translation>
    </message>
    <message>
        <source>Pin: always among the chosen (P)</source>
        <translation>Fest: immer unter den gewählten (P)</translation>
    </message>
    <message>
        <source>Added to this expert&apos;s score before choosing, in units of the layer&apos;s own spread. 0 changes nothing.</source>
        <translation>Wird vor der Wahl zu den Punkten dieses Experten gezählt, in Einheiten der Streuung der Schicht. 0 ändert nichts.</translation>
    </message>
    <message>
        <source>Bias of %1</source>
        <translation>Neigung von %1</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ActionList</name>
    <message>
        <source>Find an action</source>
        <translation>Eine Aktion suchen</translation>
    </message>
    <message>
        <source>Find an action…</source>
        <translation>Eine Aktion suchen …</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ActionTable</name>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::AdvancedFields</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Keep mean (A1111)</source>
        <translation>Mittelwert halten (A1111)</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Einfach</translation>
    </message>
    <message>
        <source>From empty prompt (ComfyUI)</source>
        <translation>Vom leeren Prompt aus (ComfyUI)</translation>
    </message>
    <message>
        <source>As in model</source>
        <translation>Wie im Modell</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Where the picture is computed.</source>
        <translation>Wo das Bild berechnet wird.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Number format of the computation. Smaller saves memory.</source>
        <translation>Zahlenformat der Rechnung. Kleiner spart Speicher.</translation>
    </message>
    <message>
        <source>CLIP skip</source>
        <translation>CLIP-Skip</translation>
    </message>
    <message>
        <source>Layer of the text encoder that is used.</source>
        <translation>Schicht des Text-Encoders, die benutzt wird.</translation>
    </message>
    <message>
        <source>Tiled decode</source>
        <translation>In Kacheln dekodieren</translation>
    </message>
    <message>
        <source>Saves memory at the end of a render.</source>
        <translation>Spart Speicher am Ende des Renderns.</translation>
    </message>
    <message>
        <source>Weight rule</source>
        <translation>Gewichtsregel</translation>
    </message>
    <message>
        <source>How (word:1.2) changes the text signal.</source>
        <translation>Wie (Wort:1.2) das Textsignal ändert.</translation>
    </message>
    <message>
        <source>Images computed together share the choice of experts, so results differ from single images.</source>
        <translation>Gemeinsam berechnete Bilder teilen die Wahl der Experten; die Ergebnisse weichen daher von einzelnen Bildern ab.</translation>
    </message>
    <message>
        <source>CPU (same on every machine)</source>
        <translation>CPU (auf jedem Rechner gleich)</translation>
    </message>
    <message>
        <source>GPU-compatible</source>
        <translation>GPU-verträglich</translation>
    </message>
    <message>
        <source>As in mix</source>
        <translation>Wie in der Mischung</translation>
    </message>
    <message>
        <source>Images at once</source>
        <translation>Bilder auf einmal</translation>
    </message>
    <message>
        <source>Noise source</source>
        <translation>Rauschquelle</translation>
    </message>
    <message>
        <source>Choose GPU-compatible to repeat seeds of other programs.</source>
        <translation>GPU-verträglich wiederholt Seeds anderer Programme.</translation>
    </message>
    <message>
        <source>Active experts</source>
        <translation>Aktive Experten</translation>
    </message>
    <message>
        <source>Override k for this render: how many experts each layer may choose.</source>
        <translation>k für dieses Rendern ändern: wie viele Experten jede Schicht wählen darf.</translation>
    </message>
    <message>
        <source>Variation seed</source>
        <translation>Variations-Seed</translation>
    </message>
    <message>
        <source>Blend toward another seed; −1 draws one.</source>
        <translation>Zu einem anderen Seed überblenden; −1 zieht einen.</translation>
    </message>
    <message>
        <source>Variation strength</source>
        <translation>Stärke der Variation</translation>
    </message>
    <message>
        <source>0 keeps the seed, 1 is the other seed.</source>
        <translation>0 behält den Seed, 1 ist der andere Seed.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit expert control</source>
        <translation>Steuerung der Experten bearbeiten</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Clear expert control</source>
        <translation>Steuerung der Experten aufheben</translation>
    </message>
    <message>
        <source>Render without it.</source>
        <translation>Ohne sie rendern.</translation>
    </message>
    <message numerus="yes">
        <source>Expert control: %n rule(s)</source>
        <translation>
            <numerusform>Steuerung der Experten: %n Regel</numerusform>
            <numerusform>Steuerung der Experten: %n Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>As in mix (%1)</source>
        <translation>Wie in der Mischung (%1)</translation>
    </message>
    <message>
        <source>Mute, solo, pin or bias of experts, set here or on the Routing page.</source>
        <translation>Stumm, Solo, Fest oder Neigung von Experten, hier oder auf der Seite Routing gesetzt.</translation>
    </message>
    <message>
        <source>Change it on the Routing page.</source>
        <translation>Auf der Seite Routing ändern.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ArrivalCard</name>
    <message>
        <source>Show downloads</source>
        <translation>Downloads zeigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Fortschritt des Downloads</translation>
    </message>
    <message>
        <source>What has arrived is kept.</source>
        <translation>Was angekommen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Beginnt …</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::BannerBar</name>
    <message>
        <source>Close this notice</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More ways</source>
        <translation>Weitere Möglichkeiten</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::BaseCard</name>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Change base</source>
        <translation>Basis ändern</translation>
    </message>
    <message>
        <source>Pick another model for this card.</source>
        <translation>Ein anderes Modell für diese Karte wählen.</translation>
    </message>
    <message>
        <source>Locate base</source>
        <translation>Basis suchen</translation>
    </message>
    <message>
        <source>Show where the file is now.</source>
        <translation>Zeigen, wo die Datei jetzt liegt.</translation>
    </message>
    <message>
        <source>Add LoRA to the base</source>
        <translation>LoRA zur Basis hinzufügen</translation>
    </message>
    <message>
        <source>A LoRA laid over the base, the experts, or both.</source>
        <translation>Eine LoRA über der Basis, den Experten oder beiden.</translation>
    </message>
    <message>
        <source>Choose base…</source>
        <translation>Basis wählen …</translation>
    </message>
    <message>
        <source>No base yet</source>
        <translation>Noch keine Basis</translation>
    </message>
    <message>
        <source>Drop a checkpoint here: it gives text encoders, VAE and all layers that are not mixed.</source>
        <translation>Einen Checkpoint hierher ziehen: er liefert Text-Encoder, VAE und alle Schichten, die nicht gemischt werden.</translation>
    </message>
    <message>
        <source>Base, none chosen</source>
        <translation>Basis, keine gewählt</translation>
    </message>
    <message>
        <source>Base, %1, %2</source>
        <translation>Basis, %1, %2</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Download</translation>
    </message>
    <message>
        <source>Download base</source>
        <translation>Basis laden</translation>
    </message>
    <message>
        <source>Fetch this model from its hub.</source>
        <translation>Dieses Modell von seinem Hub laden.</translation>
    </message>
    <message>
        <source>Use new file</source>
        <translation>Neue Datei verwenden</translation>
    </message>
    <message>
        <source>More for the base</source>
        <translation>Mehr zur Basis</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Use the new file of the base</source>
        <translation>Neue Datei der Basis verwenden</translation>
    </message>
    <message>
        <source>Read the file anew; what was built from the old one is discarded.</source>
        <translation>Die Datei neu lesen; was aus der alten gebaut wurde, wird verworfen.</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen …</translation>
    </message>
    <message>
        <source>Add LoRA…</source>
        <translation>LoRA hinzufügen …</translation>
    </message>
    <message>
        <source>Also as expert</source>
        <translation>Auch als Experte</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::BlockStrip</name>
    <message>
        <source>Blocks with experts</source>
        <translation>Blöcke mit Experten</translation>
    </message>
    <message>
        <source>Blocks with experts. Click or Space toggles, Shift extends, stage label toggles all.</source>
        <translation>Blöcke mit Experten. Klick oder Leertaste schaltet um, Shift erweitert, die Bezeichnung der Stufe schaltet alle um.</translation>
    </message>
    <message>
        <source>The blocks are known as soon as there is a base.</source>
        <translation>Die Blöcke sind bekannt, sobald es eine Basis gibt.</translation>
    </message>
    <message>
        <source>mid</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>%1: the base&apos;s</source>
        <translation>%1: von der Basis</translation>
    </message>
    <message>
        <source>%1: mixed</source>
        <translation>%1: gemischt</translation>
    </message>
    <message>
        <source>No base yet.</source>
        <translation>Noch keine Basis.</translation>
    </message>
    <message>
        <source>left to the base</source>
        <translation>der Basis überlassen</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>%1 of %2 blocks mixed. %3: %4. Click or Space toggles, Shift extends, stage label toggles all.</source>
        <translation>%1 von %2 Blöcken gemischt. %3: %4. Klick oder Leertaste schaltet um, Shift erweitert, die Bezeichnung der Stufe schaltet alle um.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::CaptureBar</name>
    <message>
        <source>Preferred</source>
        <translation>Bevorzugt</translation>
    </message>
    <message>
        <source>Preferred: softmax over all experts at each place (V)</source>
        <translation>Bevorzugt: Softmax über alle Experten an jeder Stelle (V)</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Angewandt</translation>
    </message>
    <message>
        <source>Applied: weights really used, after the choice (V)</source>
        <translation>Angewandt: Gewichte, die nach der Wahl wirklich benutzt wurden (V)</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>The prompt half of guidance (N)</source>
        <translation>Die Prompt-Hälfte der Führung (N)</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Negativ</translation>
    </message>
    <message>
        <source>The negative half of guidance (N)</source>
        <translation>Die negative Hälfte der Führung (N)</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>The mean of both halves (N)</source>
        <translation>Das Mittel beider Hälften (N)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ausgeben</translation>
    </message>
    <message>
        <source>Save pictures, plots and numbers (Ctrl+E)</source>
        <translation>Bilder, Diagramme und Zahlen speichern (Strg+E)</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Recorded render to inspect.</source>
        <translation>Aufgezeichnetes Bild, das untersucht wird.</translation>
    </message>
    <message>
        <source>Open capture</source>
        <translation>Aufnahme öffnen</translation>
    </message>
    <message>
        <source>Open a capture file. No model is needed. (Ctrl+O)</source>
        <translation>Eine Aufnahmedatei öffnen. Es wird kein Modell gebraucht. (Strg+O)</translation>
    </message>
    <message>
        <source>Picture of the job</source>
        <translation>Bild des Auftrags</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Second capture for differences.</source>
        <translation>Zweite Aufnahme für Unterschiede.</translation>
    </message>
    <message>
        <source>Picture </source>
        <translation>Bild </translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>%1 (different experts)</source>
        <translation>%1 (andere Experten)</translation>
    </message>
    <message numerus="yes">
        <source>%n older capture(s) were dropped to save memory</source>
        <translation>
            <numerusform>%n ältere Aufnahme wurde verworfen, um Speicher zu sparen</numerusform>
            <numerusform>%n ältere Aufnahmen wurden verworfen, um Speicher zu sparen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::CaptureCollector</name>
    <message>
        <source>without %1</source>
        <translation>ohne %1</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>nur %1</translation>
    </message>
    <message>
        <source>%1 pinned</source>
        <translation>%1 fest</translation>
    </message>
    <message>
        <source>%1 biased</source>
        <translation>%1 mit Neigung</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1, Seed %2</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::CaptureOpener</name>
    <message>
        <source>The picture beside this capture cannot be read.</source>
        <translation>Das Bild neben dieser Aufzeichnung kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1, Seed %2</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::CaptureSaver</name>
    <message>
        <source>The routing of %1 could not be saved. %2</source>
        <translation>Das Routing von %1 konnte nicht gespeichert werden. %2</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::CaptureStore</name>
    <message numerus="yes">
        <source>%1, %n step(s), %2</source>
        <translation>
            <numerusform>%1, %n Schritt, %2</numerusform>
            <numerusform>%1, %n Schritte, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>in memory</source>
        <translation>im Speicher</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::CardFrame</name>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Remote</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Title: %1</source>
        <translation>Titel: %1</translation>
    </message>
    <message>
        <source>Author: %1</source>
        <translation>Autor: %1</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Datei zeigen</translation>
    </message>
    <message>
        <source>Show in Library</source>
        <translation>In der Bibliothek zeigen</translation>
    </message>
    <message>
        <source>Model page</source>
        <translation>Seite des Modells</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::CardList</name>
    <message>
        <source>A mixture needs a base and at least two experts. Drop models here.</source>
        <translation>Eine Mischung braucht eine Basis und mindestens zwei Experten. Modelle hierher ziehen.</translation>
    </message>
    <message>
        <source>Base and experts</source>
        <translation>Basis und Experten</translation>
    </message>
    <message>
        <source>Add expert</source>
        <translation>Experten hinzufügen</translation>
    </message>
    <message>
        <source>Add an expert (Ctrl+E)</source>
        <translation>Experten hinzufügen (Strg+E)</translation>
    </message>
    <message>
        <source>Choose base…</source>
        <translation>Basis wählen …</translation>
    </message>
    <message>
        <source>Open recipe…</source>
        <translation>Rezept öffnen …</translation>
    </message>
    <message>
        <source>Load starter mixture</source>
        <translation>Startmischung laden</translation>
    </message>
    <message>
        <source>Search hubs</source>
        <translation>Im Netz suchen</translation>
    </message>
    <message>
        <source>Drop a model here or press Ctrl+E to add expert %1</source>
        <translation>Ein Modell hierher ziehen oder Strg+E drücken, um Experte %1 hinzuzufügen</translation>
    </message>
    <message>
        <source>Checking %1…</source>
        <translation>%1 wird geprüft …</translation>
    </message>
    <message>
        <source>Drop a prompt on an expert.</source>
        <translation>Einen Prompt auf einen Experten ziehen.</translation>
    </message>
    <message>
        <source>Copy prompt to expert %1</source>
        <translation>Prompt zu Experte %1 kopieren</translation>
    </message>
    <message>
        <source>Move prompt to expert %1</source>
        <translation>Prompt zu Experte %1 verschieben</translation>
    </message>
    <message>
        <source>Copy expert here</source>
        <translation>Experten hierher kopieren</translation>
    </message>
    <message>
        <source>Move expert here</source>
        <translation>Experten hierher verschieben</translation>
    </message>
    <message>
        <source>Drop an expert between the cards.</source>
        <translation>Einen Experten zwischen die Karten ziehen.</translation>
    </message>
    <message>
        <source>Import recipe</source>
        <translation>Rezept importieren</translation>
    </message>
    <message>
        <source>Add LoRA to the base</source>
        <translation>LoRA zur Basis hinzufügen</translation>
    </message>
    <message>
        <source>Set as base</source>
        <translation>Als Basis nehmen</translation>
    </message>
    <message>
        <source>Add LoRA to expert %1</source>
        <translation>LoRA zu Experte %1 hinzufügen</translation>
    </message>
    <message>
        <source>Replace or insert at expert %1</source>
        <translation>Bei Experte %1 ersetzen oder einfügen</translation>
    </message>
    <message numerus="yes">
        <source>Add %n expert(s)</source>
        <translation>
            <numerusform>%n Experten hinzufügen</numerusform>
            <numerusform>%n Experten hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add as expert %1</source>
        <translation>Als Experte %1 hinzufügen</translation>
    </message>
    <message>
        <source>Add as gate prompt</source>
        <translation>Als Gate-Prompt hinzufügen</translation>
    </message>
    <message>
        <source>Add as expert</source>
        <translation>Als Experte hinzufügen</translation>
    </message>
    <message>
        <source>copy expert</source>
        <translation>Experte kopieren</translation>
    </message>
    <message>
        <source>Open the mixture of this picture</source>
        <translation>Die Mischung dieses Bildes öffnen</translation>
    </message>
    <message>
        <source>paste card</source>
        <translation>Karte einfügen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ChangeChart</name>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Choose a second capture above to see what changed.</source>
        <translation>Oben eine zweite Aufnahme wählen, um zu sehen, was sich geändert hat.</translation>
    </message>
    <message>
        <source>shown minus compared; below the weight of %1, %2</source>
        <translation>gezeigt minus verglichen; darunter das Gewicht von %1, %2</translation>
    </message>
    <message>
        <source>%1 %2 points</source>
        <translation>%1 %2 Punkte</translation>
    </message>
    <message>
        <source>Change of the load, shown minus compared: %1.</source>
        <translation>Änderung der Auslastung, gezeigt minus verglichen: %1.</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Verglichen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ChartTabs</name>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>More charts</source>
        <translation>Weitere Diagramme</translation>
    </message>
    <message>
        <source>Charts that have no room beside the others</source>
        <translation>Diagramme, die neben den anderen keinen Platz haben</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::CheckGroup</name>
    <message>
        <source>%1  %2</source>
        <comment>filter and how many</comment>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::CheckPanel</name>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ChoiceTimeline</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>first-ranked expert, %1</source>
        <translation>erstgewählter Experte, %1</translation>
    </message>
    <message>
        <source>weight of %1, %2, %3; empty = not chosen</source>
        <translation>Gewicht von %1, %2, %3; leer = nicht gewählt</translation>
    </message>
    <message numerus="yes">
        <source>Blocks by steps: %1. %n block(s).</source>
        <translation>
            <numerusform>Blöcke gegen Schritte: %1. %n Block.</numerusform>
            <numerusform>Blöcke gegen Schritte: %1. %n Blöcke.</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::CommandDialog</name>
    <message>
        <source>Command list</source>
        <translation>Befehlsliste</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::CompareCanvas</name>
    <message>
        <source>%1 on the left, %2 on the right, divided at %3 percent.</source>
        <translation>%1 links, %2 rechts, geteilt bei %3 Prozent.</translation>
    </message>
    <message>
        <source>Difference of %1 and %2.</source>
        <translation>Unterschied von %1 und %2.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::CompareView</name>
    <message>
        <source>Link zoom</source>
        <translation>Zoom koppeln</translation>
    </message>
    <message>
        <source>Comparison of two pictures</source>
        <translation>Vergleich zweier Bilder</translation>
    </message>
    <message>
        <source>Left and Right move the slider, C shows the other picture while it is held.</source>
        <translation>Links und Rechts bewegen den Schieber, C zeigt das andere Bild, solange es gedrückt ist.</translation>
    </message>
    <message>
        <source>Second picture</source>
        <translation>Zweites Bild</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>Schieber</translation>
    </message>
    <message>
        <source>One picture on each side of a line</source>
        <translation>Je ein Bild auf jeder Seite einer Linie</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>One picture beside the other</source>
        <translation>Ein Bild neben dem anderen</translation>
    </message>
    <message>
        <source>Hold C</source>
        <translation>C halten</translation>
    </message>
    <message>
        <source>Hold C or the mouse to see the other picture</source>
        <translation>C oder die Maustaste halten, um das andere Bild zu sehen</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>How much each pixel differs</source>
        <translation>Wie sehr sich jedes Pixel unterscheidet</translation>
    </message>
    <message>
        <source>Swap pictures</source>
        <translation>Bilder tauschen</translation>
    </message>
    <message>
        <source>Swap the pictures</source>
        <translation>Die Bilder tauschen</translation>
    </message>
    <message>
        <source>Both pictures zoom and move together.</source>
        <translation>Beide Bilder werden gemeinsam vergrößert und bewegt.</translation>
    </message>
    <message>
        <source>Mean change of red, green and blue; the brightest colour stands for 64 of 255 or more.</source>
        <translation>Mittlere Änderung von Rot, Grün und Blau; die hellste Farbe steht für 64 von 255 oder mehr.</translation>
    </message>
    <message>
        <source>The pictures differ in size (%1×%2 and %3×%4): both are fitted to the larger one.</source>
        <translation>Die Bilder sind verschieden groß (%1×%2 und %3×%4): beide werden an das größere angepasst.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ControlLink</name>
    <message>
        <source>For this capture only: another mixture is chosen on the Render page.</source>
        <translation>Nur für diese Aufzeichnung: Auf der Seite Rendern ist eine andere Mischung gewählt.</translation>
    </message>
    <message>
        <source>expert control of the Render page</source>
        <translation>Steuerung der Experten der Seite Rendern</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::CopiesDialog</name>
    <message>
        <source>Copies of a model</source>
        <translation>Kopien eines Modells</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) hold the same</source>
        <translation>
            <numerusform>%n Datei hat diesen Inhalt</numerusform>
            <numerusform>%n Dateien haben denselben Inhalt</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the one to keep as it is.</source>
        <translation>Wählen Sie die Datei, die bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Files with the same content</source>
        <translation>Dateien mit demselben Inhalt</translation>
    </message>
    <message>
        <source>Keep one, trash the others</source>
        <translation>Eine behalten, die anderen in den Papierkorb</translation>
    </message>
    <message>
        <source>Join copies</source>
        <translation>Kopien verbinden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Comparing the files</source>
        <translation>Dateien werden verglichen</translation>
    </message>
    <message>
        <source>Comparing the files, %p %</source>
        <translation>Dateien werden verglichen, %p %</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>What is done stays done.</source>
        <translation>Was getan ist, bleibt.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Hugging Face cache, left alone</source>
        <translation>Cache von Hugging Face, bleibt unberührt</translation>
    </message>
    <message>
        <source>another program&apos;s folder, left alone</source>
        <translation>Ordner eines anderen Programms, bleibt unberührt</translation>
    </message>
    <message>
        <source>a link, takes no room</source>
        <translation>ein Verweis, braucht keinen Platz</translation>
    </message>
    <message>
        <source>shares its room with another</source>
        <translation>teilt sich den Platz mit einer anderen</translation>
    </message>
    <message numerus="yes">
        <source>Keep one, trash %n</source>
        <translation>
            <numerusform>Eine behalten, %n in den Papierkorb</numerusform>
            <numerusform>Eine behalten, %n in den Papierkorb</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep one</source>
        <translation>Eine behalten</translation>
    </message>
    <message>
        <source>Join copies, frees %1</source>
        <translation>Kopien verbinden, schafft %1 Platz</translation>
    </message>
    <message>
        <source>Joined copies stay where they are and are on the disk once.</source>
        <translation>Verbundene Kopien bleiben an ihrem Ort und liegen nur einmal auf dem Datenträger.</translation>
    </message>
    <message>
        <source>Only files in your own folders and on one disk can be joined. %1</source>
        <translation>Nur Dateien in eigenen Ordnern und auf einem Datenträger lassen sich verbinden. %1</translation>
    </message>
    <message numerus="yes">
        <source>Keep “%1” and move %n other file(s) to the trash?</source>
        <translation>
            <numerusform>„%1“ behalten und %n andere Datei in den Papierkorb legen?</numerusform>
            <numerusform>„%1“ behalten und %n andere Dateien in den Papierkorb legen?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are compared with it first. Recipes that name them will miss them:
%1</source>
        <translation>Sie werden zuerst damit verglichen. Rezepte, die sie nennen, werden sie vermissen:
%1</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message numerus="yes">
        <source>Join %n file(s) with “%1”?</source>
        <translation>
            <numerusform>%n Datei mit „%1“ verbinden?</numerusform>
            <numerusform>%n Dateien mit „%1“ verbinden?</numerusform>
        </translation>
    </message>
    <message>
        <source>Every file keeps its name and place; all are one file on the disk then, with the date and permissions of the one that is kept. Writing into one would change them all. They are compared byte by byte first. %1 become free.</source>
        <translation>Jede Datei behält ihren Namen und Ort; auf dem Datenträger sind sie dann eine Datei mit Datum und Rechten derjenigen, die bleibt. Wer in eine schreibt, ändert alle. Vorher werden sie Byte für Byte verglichen. %1 werden frei.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::DevicePopover</name>
    <message>
        <source>Device of the next jobs</source>
        <translation>Gerät der nächsten Aufträge</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>32 bit</source>
        <translation>32 Bit</translation>
    </message>
    <message>
        <source>16 bit (bf16)</source>
        <translation>16 Bit (bf16)</translation>
    </message>
    <message>
        <source>16 bit (fp16)</source>
        <translation>16 Bit (fp16)</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Device settings</source>
        <translation>Geräteeinstellungen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::DownloadDelegate</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::DownloadNotices</name>
    <message>
        <source>“%1” has arrived.</source>
        <translation>„%1“ ist angekommen.</translation>
    </message>
    <message>
        <source>Add as expert</source>
        <translation>Als Experte hinzufügen</translation>
    </message>
    <message>
        <source>“%1” has arrived and joined the mixture.</source>
        <translation>„%1“ ist da und gehört nun zur Mischung.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::DownloadStrip</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the downloads</source>
        <translation>Downloads zeigen</translation>
    </message>
    <message>
        <source>Progress of the downloads</source>
        <translation>Fortschritt der Downloads</translation>
    </message>
    <message numerus="yes">
        <source>%n download(s)</source>
        <translation>
            <numerusform>%n Download</numerusform>
            <numerusform>%n Downloads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::DownloadsView</name>
    <message>
        <source>Pause all</source>
        <translation>Alle anhalten</translation>
    </message>
    <message>
        <source>Stop all downloads; what has arrived is kept.</source>
        <translation>Alle Downloads anhalten; was angekommen ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Alle fortsetzen</translation>
    </message>
    <message>
        <source>Go on with all that is paused or has failed.</source>
        <translation>Alles fortsetzen, was angehalten oder fehlgeschlagen ist.</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>Take finished downloads from the list; the models stay.</source>
        <translation>Fertige Downloads aus der Liste nehmen; die Modelle bleiben.</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Höchstgeschwindigkeit</translation>
    </message>
    <message>
        <source>For all downloads together</source>
        <translation>Für alle Downloads zusammen</translation>
    </message>
    <message>
        <source>Unlimited</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>%1 MB/s</source>
        <translation>%1 MB/s</translation>
    </message>
    <message>
        <source>Files at a time</source>
        <translation>Dateien gleichzeitig</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>No downloads.</source>
        <translation>Keine Downloads.</translation>
    </message>
    <message>
        <source>Search Hugging Face</source>
        <translation>Hugging Face durchsuchen</translation>
    </message>
    <message>
        <source>Search CivitAI</source>
        <translation>CivitAI durchsuchen</translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n unterwegs</numerusform>
            <numerusform>%n unterwegs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::EntropyChart</name>
    <message>
        <source>Entropy</source>
        <translation>Entropie</translation>
    </message>
    <message>
        <source>block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>entropy ÷ log E</source>
        <translation>Entropie ÷ log E</translation>
    </message>
    <message>
        <source>Render again with maps</source>
        <translation>Mit Karten neu rendern</translation>
    </message>
    <message>
        <source>0 = sure, 1 = undecided; above %1, below %2; band = smallest to largest</source>
        <translation>0 = sicher, 1 = unentschieden; oben %1, unten %2; Band = kleinster bis größter Wert</translation>
    </message>
    <message>
        <source>Entropy of the preference divided by log E, %1. First step %2, last step %3.</source>
        <translation>Entropie der Bevorzugung geteilt durch log E, %1. Erster Schritt %2, letzter Schritt %3.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Kleinste</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größte</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ErrorPanel</name>
    <message>
        <source>Details…</source>
        <translation>Details …</translation>
    </message>
    <message>
        <source>Error details</source>
        <translation>Einzelheiten zum Fehler</translation>
    </message>
    <message>
        <source>Close the error</source>
        <translation>Fehler schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ExpertCard</name>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>Negativ</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Alias of expert %1</source>
        <translation>Alias von Experte %1</translation>
    </message>
    <message>
        <source>Short name shown in charts and metadata.</source>
        <translation>Kurzer Name für Diagramme und Metadaten.</translation>
    </message>
    <message>
        <source>Expert %1 on</source>
        <translation>Experte %1 an</translation>
    </message>
    <message>
        <source>Leave this expert out without deleting it.</source>
        <translation>Diesen Experten auslassen, ohne ihn zu löschen.</translation>
    </message>
    <message>
        <source>More for expert %1</source>
        <translation>Mehr zu Experte %1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Change model of expert %1</source>
        <translation>Modell von Experte %1 ändern</translation>
    </message>
    <message>
        <source>Pick another model for this card.</source>
        <translation>Ein anderes Modell für diese Karte wählen.</translation>
    </message>
    <message>
        <source>Locate model of expert %1</source>
        <translation>Modell von Experte %1 suchen</translation>
    </message>
    <message>
        <source>Show where the file is now.</source>
        <translation>Zeigen, wo die Datei jetzt liegt.</translation>
    </message>
    <message>
        <source>Add gate prompt to expert %1</source>
        <translation>Gate-Prompt zu Experte %1 hinzufügen</translation>
    </message>
    <message>
        <source>Another prompt for the gate; several are averaged by weight.</source>
        <translation>Ein weiterer Prompt für das Gate; mehrere werden nach Gewicht gemittelt.</translation>
    </message>
    <message>
        <source>Add negative gate prompt to expert %1</source>
        <translation>Negativen Gate-Prompt zu Experte %1 hinzufügen</translation>
    </message>
    <message>
        <source>A negative prompt for the gate.</source>
        <translation>Ein negativer Prompt für das Gate.</translation>
    </message>
    <message>
        <source>Add LoRA to expert %1</source>
        <translation>LoRA zu Experte %1 hinzufügen</translation>
    </message>
    <message>
        <source>A LoRA laid over this expert.</source>
        <translation>Eine LoRA über diesem Experten.</translation>
    </message>
    <message>
        <source>Text beyond 75 tokens is not used for gates.</source>
        <translation>Text jenseits von 75 Token wird für Gates nicht benutzt.</translation>
    </message>
    <message>
        <source>At least two experts stay on.</source>
        <translation>Mindestens zwei Experten bleiben an.</translation>
    </message>
    <message>
        <source>about %1/%2</source>
        <translation>etwa %1/%2</translation>
    </message>
    <message numerus="yes">
        <source>Expert %1, %2, %3, %n prompt(s)</source>
        <translation>
            <numerusform>Experte %1, %2, %3, %n Prompt</numerusform>
            <numerusform>Experte %1, %2, %3, %n Prompts</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen …</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>Make base</source>
        <translation>Zur Basis machen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Copy prompts</source>
        <translation>Prompts kopieren</translation>
    </message>
    <message>
        <source>Paste prompts</source>
        <translation>Prompts einfügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>paste prompts</source>
        <translation>Prompts einfügen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Download</translation>
    </message>
    <message>
        <source>Download expert %1</source>
        <translation>Experten %1 laden</translation>
    </message>
    <message>
        <source>Fetch this model from its hub.</source>
        <translation>Dieses Modell von seinem Hub laden.</translation>
    </message>
    <message>
        <source>Use new file</source>
        <translation>Neue Datei verwenden</translation>
    </message>
    <message>
        <source>Use the new file of expert %1</source>
        <translation>Neue Datei von Experte %1 verwenden</translation>
    </message>
    <message>
        <source>Read the file anew; what was built from the old one is discarded.</source>
        <translation>Die Datei neu lesen; was aus der alten gebaut wurde, wird verworfen.</translation>
    </message>
    <message>
        <source>Copy card</source>
        <translation>Karte kopieren</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ExpertLegend</name>
    <message>
        <source>Scale of the colours</source>
        <translation>Skala der Farben</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 wins %2 of the places. Click to see its weight.</source>
        <translation>%1 gewinnt %2 der Stellen. Ein Klick zeigt sein Gewicht.</translation>
    </message>
    <message>
        <source>%1. Click to see its weight.</source>
        <translation>%1. Ein Klick zeigt sein Gewicht.</translation>
    </message>
    <message>
        <source>Colours from %1 to %2.</source>
        <translation>Farben von %1 bis %2.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ExpertList</name>
    <message>
        <source>Mute expert %1, %2</source>
        <translation>Experte %1, %2, stumm schalten</translation>
    </message>
    <message>
        <source>Mute: never choose expert %1 in the next render</source>
        <translation>Stumm: Experte %1 wird beim nächsten Rendern nie gewählt</translation>
    </message>
    <message>
        <source>Solo expert %1, %2</source>
        <translation>Experte %1, %2, solo</translation>
    </message>
    <message>
        <source>Solo: choose only expert %1 in the next render</source>
        <translation>Solo: nur Experte %1 wird beim nächsten Rendern gewählt</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Load of expert %1: %2</source>
        <translation>Last von Experte %1: %2</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ExportDialog</name>
    <message numerus="yes">
        <source>Export %n picture(s)</source>
        <translation>
            <numerusform>%n Bild ausgeben</numerusform>
            <numerusform>%n Bilder ausgeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>Dateinamen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>{date} {seed} {mix} {name} {index}. Nothing is overwritten: a second file gets “ 2”.</source>
        <translation>{date} {seed} {mix} {name} {index}. Nichts wird überschrieben: eine zweite Datei bekommt „ 2“.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ausgeben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Off: pixels only</source>
        <translation>Aus: nur Pixel</translation>
    </message>
    <message>
        <source>Text: prompt and settings</source>
        <translation>Text: Prompt und Einstellungen</translation>
    </message>
    <message>
        <source>Full: also the mixture</source>
        <translation>Vollständig: auch die Mischung</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>Ausgeben nach</translation>
    </message>
    <message>
        <source>This folder does not exist.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>This folder cannot be written.</source>
        <translation>In diesen Ordner kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>File names need a pattern.</source>
        <translation>Dateinamen brauchen ein Muster.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ExportMenu</name>
    <message>
        <source>Overlay as PNG</source>
        <translation>Überlagerung als PNG</translation>
    </message>
    <message>
        <source>Overlay as PNG, twice the size</source>
        <translation>Überlagerung als PNG, doppelte Größe</translation>
    </message>
    <message>
        <source>This chart as PNG</source>
        <translation>Dieses Diagramm als PNG</translation>
    </message>
    <message>
        <source>This chart as PDF</source>
        <translation>Dieses Diagramm als PDF</translation>
    </message>
    <message>
        <source>All charts into a folder…</source>
        <translation>Alle Diagramme in einen Ordner …</translation>
    </message>
    <message>
        <source>All decisions as CSV</source>
        <translation>Alle Entscheidungen als CSV</translation>
    </message>
    <message>
        <source>This place as CSV</source>
        <translation>Diese Stelle als CSV</translation>
    </message>
    <message>
        <source>Summary as JSON</source>
        <translation>Übersicht als JSON</translation>
    </message>
    <message>
        <source>Capture file with the picture</source>
        <translation>Aufnahmedatei mit dem Bild</translation>
    </message>
    <message>
        <source>Capture file without the picture</source>
        <translation>Aufnahmedatei ohne das Bild</translation>
    </message>
    <message>
        <source>HTML report</source>
        <translation>HTML-Bericht</translation>
    </message>
    <message>
        <source>Plots as shown (else light, 10 pt)</source>
        <translation>Diagramme wie gezeigt (sonst hell, 10 pt)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ausgeben</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Als PNG speichern …</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern …</translation>
    </message>
    <message>
        <source>Save the numbers as CSV…</source>
        <translation>Die Zahlen als CSV speichern …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Overlay as PNG with legend</source>
        <translation>Überlagerung als PNG mit Legende</translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation>Zoom zurücksetzen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::FileOpener</name>
    <message>
        <source>Mixture to edit</source>
        <translation>Mischung zum Bearbeiten</translation>
    </message>
    <message>
        <source>Model to render with</source>
        <translation>Modell zum Rendern</translation>
    </message>
    <message>
        <source>Expert of the mixture</source>
        <translation>Experte der Mischung</translation>
    </message>
    <message>
        <source>Capture</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>%1 is no longer at its place.</source>
        <translation>%1 ist nicht mehr an seinem Platz.</translation>
    </message>
    <message>
        <source>“%1” is a pickle file, which can run code when opened. Use a .safetensors version.</source>
        <translation>„%1“ ist eine Pickle-Datei, die beim Öffnen Code ausführen kann. Bitte eine .safetensors-Fassung benutzen.</translation>
    </message>
    <message>
        <source>SegMoE Studio cannot read “%1” files here.</source>
        <translation>SegMoE Studio kann „%1“-Dateien hier nicht lesen.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>All that can be opened (*.safetensors *.yaml *.yml *.png *.jpg *.jpeg *.webp *.segroute)</source>
        <translation>Alles, was sich öffnen lässt (*.safetensors *.yaml *.yml *.png *.jpg *.jpeg *.webp *.segroute)</translation>
    </message>
    <message>
        <source>Open “%1” as:</source>
        <translation>„%1“ öffnen als:</translation>
    </message>
    <message>
        <source>Base of the mixture</source>
        <translation>Basis der Mischung</translation>
    </message>
    <message>
        <source>LoRA over the base</source>
        <translation>LoRA über der Basis</translation>
    </message>
    <message>
        <source>Folder of models</source>
        <translation>Modellordner</translation>
    </message>
    <message>
        <source>LoRA of %1</source>
        <translation>LoRA von %1</translation>
    </message>
    <message>
        <source>Picture of the gallery</source>
        <translation>Bild der Galerie</translation>
    </message>
    <message>
        <source>Settings to render with</source>
        <translation>Einstellungen zum Rendern</translation>
    </message>
    <message>
        <source>Picture to start from</source>
        <translation>Ausgangsbild</translation>
    </message>
    <message>
        <source>Model of the hub</source>
        <translation>Modell aus dem Netz</translation>
    </message>
    <message>
        <source>Choose a base on the Mix page: a LoRA is laid over a model.</source>
        <translation>Wählen Sie auf der Seite „Mischen“ eine Basis: Ein LoRA wird über ein Modell gelegt.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ForecastPanel</name>
    <message>
        <source>Remedies</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>Memory needed of what is free</source>
        <translation>Benötigter Anteil des freien Speichers</translation>
    </message>
    <message>
        <source>Read from disk</source>
        <translation>Von der Platte gelesen</translation>
    </message>
    <message>
        <source>Disk if saved</source>
        <translation>Platz beim Speichern</translation>
    </message>
    <message>
        <source>One image takes</source>
        <translation>Ein Bild dauert</translation>
    </message>
    <message>
        <source>Basis of the forecast</source>
        <translation>Grundlage der Vorhersage</translation>
    </message>
    <message>
        <source>Change size and batch</source>
        <translation>Größe und Bilderzahl ändern</translation>
    </message>
    <message>
        <source>The forecast appears when every model of the mix can be read.</source>
        <translation>Die Vorhersage erscheint, wenn jedes Modell der Mischung lesbar ist.</translation>
    </message>
    <message>
        <source>Size of the model, one image</source>
        <translation>Größe des Modells, ein Bild</translation>
    </message>
    <message>
        <source>%1×%1, one image</source>
        <translation>%1×%1, ein Bild</translation>
    </message>
    <message>
        <source>Size of the model, four images at once</source>
        <translation>Größe des Modells, vier Bilder auf einmal</translation>
    </message>
    <message>
        <source>The forecast appears when the mix is complete.</source>
        <translation>Die Vorhersage erscheint, wenn die Mischung vollständig ist.</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>%1: %2 of %3 free (±15 %)</source>
        <translation>%1: %2 von %3 frei (±15 %)</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>fits with savings</source>
        <translation>passt mit Sparmaßnahmen</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>knapp</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>passt nicht</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>k = 1</source>
        <translation>k = 1</translation>
    </message>
    <message>
        <source>Attention only</source>
        <translation>Nur Attention</translation>
    </message>
    <message>
        <source>16-bit</source>
        <translation>16 Bit</translation>
    </message>
    <message>
        <source>%1   −%2</source>
        <translation>%1   −%2</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>Known after the first render with a model of this architecture.</source>
        <translation>Bekannt nach dem ersten Bild mit einem Modell dieser Architektur.</translation>
    </message>
    <message>
        <source>From what the latest renders took on this computer.</source>
        <translation>Aus der Dauer der letzten Bilder auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Basis: %1×%1, %2 steps, batch %3</source>
        <translation>Grundlage: %1×%1, %2 Schritte, %3 auf einmal</translation>
    </message>
    <message>
        <source>Without %1</source>
        <translation>Ohne %1</translation>
    </message>
    <message>
        <source>Ask the hubs…</source>
        <translation>Portale fragen …</translation>
    </message>
    <message>
        <source>GPU memory needed of what is free</source>
        <translation>Benötigter Anteil des freien GPU-Speichers</translation>
    </message>
    <message>
        <source>What the same picture needs when it is rendered on the processor.</source>
        <translation>Was dasselbe Bild braucht, wenn es auf dem Prozessor gerendert wird.</translation>
    </message>
    <message>
        <source>Ask the hubs for the sizes</source>
        <translation>Größen bei den Portalen erfragen</translation>
    </message>
    <message>
        <source>Nothing is sent to a hub before you ask.</source>
        <translation>Vor Ihrer Frage wird nichts an ein Portal gesendet.</translation>
    </message>
    <message>
        <source>… in feed-forward</source>
        <translation>… in Feed-forward</translation>
    </message>
    <message>
        <source>… in all layers</source>
        <translation>… in allen Schichten</translation>
    </message>
    <message>
        <source>Build time</source>
        <translation>Bauzeit</translation>
    </message>
    <message>
        <source>tiled decode</source>
        <translation>gekacheltes Dekodieren</translation>
    </message>
    <message>
        <source>guidance halves apart</source>
        <translation>Guidance-Hälften getrennt</translation>
    </message>
    <message>
        <source>As the mix is now, compared with the base.</source>
        <translation>So wie die Mischung jetzt ist, verglichen mit der Basis.</translation>
    </message>
    <message>
        <source>Compared with the base.</source>
        <translation>Verglichen mit der Basis.</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>dauerte %1</translation>
    </message>
    <message>
        <source>last took %1</source>
        <translation>zuletzt %1</translation>
    </message>
    <message>
        <source>From what reading files and measuring gates took on this computer. Prompts that were measured before take no time.</source>
        <translation>Aus den Zeiten, die das Lesen der Dateien und das Messen der Gates auf diesem Rechner gebraucht haben. Bereits gemessene Prompts kosten keine Zeit.</translation>
    </message>
    <message>
        <source>RAM, on the CPU</source>
        <translation>RAM, auf der CPU</translation>
    </message>
    <message>
        <source>… in attention</source>
        <translation>… in Attention</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>Herunterzuladen</translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unbekannt</numerusform>
            <numerusform>%n unbekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Guidance halves apart</source>
        <translation>Guidance-Hälften einzeln</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GalleryCompare</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to all pictures (Esc)</source>
        <translation>Zurück zu allen Bildern (Esc)</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Both pictures have the same settings.</source>
        <translation>Beide Bilder haben dieselben Einstellungen.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more difference(s)</source>
        <translation>
            <numerusform>und %n weiterer Unterschied</numerusform>
            <numerusform>und %n weitere Unterschiede</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GalleryDelegate</name>
    <message>
        <source>Remove from list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GalleryFilterBar</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Words, &quot;a phrase&quot;, seed:42, model:name, expert:name, star:, before:2026-01-31 (Ctrl+F)</source>
        <translation>Wörter, &quot;eine Wendung&quot;, seed:42, model:name, expert:name, star:, before:2026-01-31 (Strg+F)</translation>
    </message>
    <message>
        <source>Find in prompts, models, seeds</source>
        <translation>In Prompts, Modellen, Seeds suchen</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Star: any</source>
        <translation>Stern: egal</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Not starred</source>
        <translation>Ohne Stern</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model: any</source>
        <translation>Modell: alle</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Date: any</source>
        <translation>Datum: alle</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Letztes Jahr</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Ordnen</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Älteste</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size of the pictures (Ctrl+wheel)</source>
        <translation>Größe der Bilder (Strg+Mausrad)</translation>
    </message>
    <message>
        <source>Add image folder…</source>
        <translation>Bilderordner hinzufügen …</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GalleryList</name>
    <message>
        <source>Only PNG, JPEG and WebP pictures can be added here.</source>
        <translation>Nur PNG-, JPEG- und WebP-Bilder lassen sich hier hinzufügen.</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n picture(s) into the picture folder</source>
        <translation>
            <numerusform>%n Bild in den Bilderordner kopieren</numerusform>
            <numerusform>%n Bilder in den Bilderordner kopieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n picture(s) where they are</source>
        <translation>
            <numerusform>%n Bild hinzufügen, wo es liegt</numerusform>
            <numerusform>%n Bilder hinzufügen, wo sie liegen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GalleryModel</name>
    <message>
        <source>%1, starred</source>
        <translation>%1, mit Stern</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GalleryPage</name>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Images you render appear here.</source>
        <translation>Gerenderte Bilder erscheinen hier.</translation>
    </message>
    <message>
        <source>Render first image</source>
        <translation>Erstes Bild rendern</translation>
    </message>
    <message>
        <source>Add image folder…</source>
        <translation>Bilderordner hinzufügen …</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Remove from gallery</source>
        <translation>Aus der Galerie nehmen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare the two selected pictures (M)</source>
        <translation>Die beiden gewählten Bilder vergleichen (M)</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Use what made this picture for the next one</source>
        <translation>Die Einstellungen dieses Bildes für das nächste benutzen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ausgeben …</translation>
    </message>
    <message>
        <source>Write copies in another format or without metadata</source>
        <translation>Kopien in einem anderen Format oder ohne Metadaten schreiben</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Star or unstar (.)</source>
        <translation>Stern geben oder nehmen (.)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Move to the trash (Del)</source>
        <translation>In den Papierkorb verschieben (Entf)</translation>
    </message>
    <message>
        <source>Gallery views</source>
        <translation>Ansichten der Galerie</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message numerus="yes">
        <source>%n picture file(s) could not be read.</source>
        <translation>
            <numerusform>%n Bilddatei war nicht lesbar.</numerusform>
            <numerusform>%n Bilddateien waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message>
        <source>The picture folder “%1” is not there. Connect its drive, or remove it from the gallery.</source>
        <translation>Der Bilderordner „%1“ ist nicht da. Das Laufwerk anschließen oder ihn aus der Galerie nehmen.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be moved to the trash.</source>
        <translation>
            <numerusform>%n Bild konnte nicht in den Papierkorb verschoben werden.</numerusform>
            <numerusform>%n Bilder konnten nicht in den Papierkorb verschoben werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) moved to the trash.</source>
        <translation>
            <numerusform>%n Bild in den Papierkorb verschoben.</numerusform>
            <numerusform>%n Bilder in den Papierkorb verschoben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>No image matches “%1”.</source>
        <translation>Kein Bild passt zu „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture copied without metadata.</source>
        <translation>Bild ohne Metadaten kopiert.</translation>
    </message>
    <message>
        <source>The JPEG header had no room for all of the metadata; what did not fit was left out.</source>
        <translation>Im Kopf der JPEG-Datei war nicht Platz für alle Metadaten; was nicht passte, wurde weggelassen.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) exported.</source>
        <translation>
            <numerusform>%n Bild ausgegeben.</numerusform>
            <numerusform>%n Bilder ausgegeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>This file cannot be read any more.</source>
        <translation>Diese Datei ist nicht mehr lesbar.</translation>
    </message>
    <message>
        <source>Select two pictures to compare them.</source>
        <translation>Zwei Bilder wählen, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>No generation settings were found in this picture.</source>
        <translation>In diesem Bild wurden keine Einstellungen gefunden.</translation>
    </message>
    <message>
        <source>Select one picture to use its settings.</source>
        <translation>Ein Bild wählen, um seine Einstellungen zu benutzen.</translation>
    </message>
    <message>
        <source>This image has no routing capture.</source>
        <translation>Zu diesem Bild gibt es keine Routing-Aufnahme.</translation>
    </message>
    <message>
        <source>Picture copied.</source>
        <translation>Bild kopiert.</translation>
    </message>
    <message>
        <source>Prompt copied.</source>
        <translation>Prompt kopiert.</translation>
    </message>
    <message>
        <source>Add image folder</source>
        <translation>Bilderordner hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be copied; the disk may be full.</source>
        <translation>
            <numerusform>%n Bild konnte nicht kopiert werden; vielleicht ist der Datenträger voll.</numerusform>
            <numerusform>%n Bilder konnten nicht kopiert werden; vielleicht ist der Datenträger voll.</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Remix: everything but the seed</source>
        <translation>Remix: alles außer dem Seed</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Compare with previous</source>
        <translation>Mit dem vorigen vergleichen</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy without metadata</source>
        <translation>Ohne Metadaten kopieren</translation>
    </message>
    <message>
        <source>Copy prompt</source>
        <translation>Prompt kopieren</translation>
    </message>
    <message>
        <source>Open in Routing</source>
        <translation>Im Routing öffnen</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Datei zeigen</translation>
    </message>
    <message>
        <source>Pictures of %1: %2</source>
        <translation>Bilder von %1: %2</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Anderer Ordner …</translation>
    </message>
    <message>
        <source>Locate %1</source>
        <translation>%1 suchen</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>Modelle (*.safetensors)</translation>
    </message>
    <message>
        <source>%1 is part of the library now.</source>
        <translation>%1 gehört jetzt zur Bibliothek.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GalleryViewer</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to all pictures (Esc)</source>
        <translation>Zurück zu allen Bildern (Esc)</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Voriges</translation>
    </message>
    <message>
        <source>Previous picture (Left)</source>
        <translation>Voriges Bild (Links)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next picture (Right)</source>
        <translation>Nächstes Bild (Rechts)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Show or hide how it was made (I)</source>
        <translation>Zeigen oder verbergen, wie es entstand (I)</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Star (.)</source>
        <translation>Stern (.)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GateLinesPlot</name>
    <message>
        <source>Cosine over layers</source>
        <translation>Kosinus über die Schichten</translation>
    </message>
    <message>
        <source>Condition number over layers</source>
        <translation>Konditionszahl über die Schichten</translation>
    </message>
    <message>
        <source>%1 mean %2</source>
        <translation>%1 Mittel %2</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s)</source>
        <translation>
            <numerusform>%n Entscheidung</numerusform>
            <numerusform>%n Entscheidungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GateMatrixPlot</name>
    <message>
        <source>Cosines between gates</source>
        <translation>Kosinus zwischen Gates</translation>
    </message>
    <message>
        <source>%1 and %2: %3</source>
        <translation>%1 und %2: %3</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GatesView</name>
    <message>
        <source>Self-attention</source>
        <translation>Self-Attention</translation>
    </message>
    <message>
        <source>Cross-attention query</source>
        <translation>Cross-Attention-Query</translation>
    </message>
    <message>
        <source>Feed-forward</source>
        <translation>Feed-Forward</translation>
    </message>
    <message>
        <source>Text path</source>
        <translation>Textpfad</translation>
    </message>
    <message>
        <source>Gates are measured when the mixture is built.</source>
        <translation>Die Gates werden beim Bauen der Mischung gemessen.</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>Prepare this mixture for rendering (Ctrl+B)</source>
        <translation>Diese Mischung zum Rendern vorbereiten (Strg+B)</translation>
    </message>
    <message>
        <source>Text only, a few seconds</source>
        <translation>Nur Text, ein paar Sekunden</translation>
    </message>
    <message>
        <source>Text only gates</source>
        <translation>Gates nur aus Text</translation>
    </message>
    <message>
        <source>Measure only the text path; the other layers choose by order.</source>
        <translation>Nur den Textpfad messen; die anderen Schichten wählen der Reihe nach.</translation>
    </message>
    <message>
        <source>Kind of decision</source>
        <translation>Art der Entscheidung</translation>
    </message>
    <message>
        <source>Which decisions are shown.</source>
        <translation>Welche Entscheidungen gezeigt werden.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Left end: mean of all layers.</source>
        <translation>Linkes Ende: Mittel aller Schichten.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Numbers instead of plots (Ctrl+T)</source>
        <translation>Zahlen statt Diagrammen (Strg+T)</translation>
    </message>
    <message>
        <source>Gates as table</source>
        <translation>Gates als Tabelle</translation>
    </message>
    <message>
        <source>Cosine between the experts&apos; gates; 1 = the same choice everywhere, line at 0.95</source>
        <translation>Kosinus zwischen den Gates der Experten; 1 = überall dieselbe Wahl, Linie bei 0,95</translation>
    </message>
    <message>
        <source>Condition number per decision; above the line at 5 the experts are hard to tell apart</source>
        <translation>Konditionszahl je Entscheidung; über der Linie bei 5 sind die Experten schwer zu unterscheiden</translation>
    </message>
    <message>
        <source>All decisions</source>
        <translation>Alle Entscheidungen</translation>
    </message>
    <message numerus="yes">
        <source>mean of %n decision(s)</source>
        <translation>
            <numerusform>Mittel über %n Entscheidung</numerusform>
            <numerusform>Mittel über %n Entscheidungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Kondition</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GetMissingDialog</name>
    <message>
        <source>Get missing models</source>
        <translation>Fehlende Modelle laden</translation>
    </message>
    <message>
        <source>These models are not on this computer.</source>
        <translation>Diese Modelle sind nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Missing models</source>
        <translation>Fehlende Modelle</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Download</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Get all</source>
        <translation>Alle laden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Asking the hub…</source>
        <translation>Der Hub wird gefragt …</translation>
    </message>
    <message>
        <source>Nothing says where it can be fetched.</source>
        <translation>Nirgends steht, woher es geladen werden kann.</translation>
    </message>
    <message>
        <source>%1 are here already</source>
        <translation>%1 sind schon hier</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>Lizenz: %1</translation>
    </message>
    <message>
        <source>Asking the hubs…</source>
        <translation>Die Hubs werden gefragt …</translation>
    </message>
    <message>
        <source>Together %1</source>
        <translation>Zusammen %1</translation>
    </message>
    <message>
        <source>Get %1</source>
        <translation>%1 holen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GridDialog</name>
    <message>
        <source>Render grid</source>
        <translation>Raster rendern</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>One picture for each pair of values; everything else is as in the form. The seed is %1 in every picture unless it varies.</source>
        <translation>Ein Bild für jedes Paar von Werten; alles andere wie im Formular. Der Seed ist in jedem Bild %1, sofern er sich nicht ändert.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>What varies.</source>
        <translation>Was sich ändert.</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Separated by commas.</source>
        <translation>Durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>%1 pictures are too many; at most %2 fit.</source>
        <translation>%1 Bilder sind zu viele; höchstens %2 passen.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s), about %1</source>
        <translation>
            <numerusform>%n Bild, etwa %1</numerusform>
            <numerusform>%n Bilder, etwa %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Many pictures</source>
        <translation>Viele Bilder</translation>
    </message>
    <message numerus="yes">
        <source>This grid has %n picture(s). Render all of them?</source>
        <translation>
            <numerusform>Dieses Raster hat %n Bild. Rendern?</numerusform>
            <numerusform>Dieses Raster hat %n Bilder. Alle rendern?</numerusform>
        </translation>
    </message>
    <message>
        <source>Render all</source>
        <translation>Alle rendern</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GridRunner</name>
    <message>
        <source>Grid: %1</source>
        <translation>Raster: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::GuidedSteps</name>
    <message>
        <source>Render this prompt: press the button or Ctrl+Enter. The first picture takes a few seconds.</source>
        <translation>Diesen Prompt rendern: den Knopf oder Strg+Enter drücken. Das erste Bild dauert ein paar Sekunden.</translation>
    </message>
    <message>
        <source>Here you see which expert was chosen in which layer and step of the picture.</source>
        <translation>Hier steht, welcher Experte in welcher Schicht und in welchem Schritt des Bildes gewählt wurde.</translation>
    </message>
    <message>
        <source>Mute an expert here: it is not chosen in the next render, so you see what it contributes.</source>
        <translation>Hier einen Experten stumm schalten: Beim nächsten Rendern wird er nicht gewählt, und man sieht, was er beiträgt.</translation>
    </message>
    <message>
        <source>Render again with the same seed and compare the two pictures.</source>
        <translation>Mit demselben Seed noch einmal rendern und die beiden Bilder vergleichen.</translation>
    </message>
    <message>
        <source>Compose your own mixture: a base, at least two experts, and a prompt for each of them.</source>
        <translation>Eine eigene Mischung zusammenstellen: eine Basis, mindestens zwei Experten und für jeden einen Prompt.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>End the guided steps</source>
        <translation>Die geführten Schritte beenden</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::HeaderDialog</name>
    <message>
        <source>Header of %1</source>
        <translation>Kopfdaten von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n tensor(s): %1</source>
        <translation>
            <numerusform>%n Tensor: %1</numerusform>
            <numerusform>%n Tensoren: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The file says nothing else about itself.</source>
        <translation>Mehr sagt die Datei nicht über sich.</translation>
    </message>
    <message>
        <source>Names of the texts</source>
        <translation>Namen der Texte</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::HelpButton</name>
    <message>
        <source>Help on %1</source>
        <translation>Hilfe zu %1</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::HubDetail</name>
    <message>
        <source>Details of the offer</source>
        <translation>Einzelheiten des Angebots</translation>
    </message>
    <message>
        <source>Choose a model to see its versions, files and terms.</source>
        <translation>Wählen Sie ein Modell, um Versionen, Dateien und Bedingungen zu sehen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Einzelheiten…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Get and add as expert</source>
        <translation>Holen und als Experten hinzufügen</translation>
    </message>
    <message>
        <source>Open model page</source>
        <translation>Modellseite öffnen</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>It joins the mixture once it is here.</source>
        <translation>Es kommt in die Mischung, sobald es da ist.</translation>
    </message>
    <message>
        <source>In your browser.</source>
        <translation>In Ihrem Browser.</translation>
    </message>
    <message>
        <source>Asking about %1…</source>
        <translation>Frage nach %1…</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1 downloads</source>
        <translation>%1 Downloads</translation>
    </message>
    <message>
        <source>%1 likes</source>
        <translation>%1 Likes</translation>
    </message>
    <message>
        <source>offline copy from %1</source>
        <translation>Kopie von %1</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Trigger words</source>
        <translation>Auslösewörter</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Durchsuchen</translation>
    </message>
    <message>
        <source>no problem found</source>
        <translation>kein Problem gefunden</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>New in this version</source>
        <translation>Neu in dieser Version</translation>
    </message>
    <message>
        <source>Get %1</source>
        <translation>%1 holen</translation>
    </message>
    <message>
        <source>Show in My models</source>
        <translation>Unter Meine Modelle zeigen</translation>
    </message>
    <message>
        <source>Add token…</source>
        <translation>Token hinzufügen…</translation>
    </message>
    <message>
        <source>Add as expert</source>
        <translation>Als Experte hinzufügen</translation>
    </message>
    <message>
        <source>Goes to %1; %2 free afterwards.</source>
        <translation>Kommt nach %1; danach sind %2 frei.</translation>
    </message>
    <message>
        <source>Goes to %1.</source>
        <translation>Kommt nach %1.</translation>
    </message>
    <message>
        <source>A picture made with %1</source>
        <translation>Ein Bild, mit %1 gemacht</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Erinnern</translation>
    </message>
    <message>
        <source>This program tells you when the early access is over. The site learns nothing of it.</source>
        <translation>Dieses Programm sagt Ihnen, wenn der Vorabzugang endet. Die Website erfährt davon nichts.</translation>
    </message>
    <message>
        <source>Forget the reminder</source>
        <translation>Erinnerung vergessen</translation>
    </message>
    <message>
        <source>Lies in %1.</source>
        <translation>Liegt in %1.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::HubDialogs</name>
    <message>
        <source>Published: %1</source>
        <translation>Veröffentlicht: %1</translation>
    </message>
    <message>
        <source>Publish a saved mixture</source>
        <translation>Gespeicherte Mischung veröffentlichen</translation>
    </message>
    <message>
        <source>Online again.</source>
        <translation>Wieder online.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::HubFileList</name>
    <message>
        <source>plain</source>
        <translation>schlicht</translation>
    </message>
    <message numerus="yes">
        <source>diffusers folder, %n files</source>
        <translation>
            <numerusform>Diffusers-Ordner, %n Dateien</numerusform>
            <numerusform>Diffusers-Ordner, %n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>diffusers folder</source>
        <translation>Diffusers-Ordner</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::HubFilterBar</name>
    <message>
        <source>Only usable files</source>
        <translation>Nur verwendbare Dateien</translation>
    </message>
    <message>
        <source>Search models</source>
        <translation>Modelle suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Words of the model&apos;s name.</source>
        <translation>Wörter aus dem Namen des Modells.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What kind of model to look for.</source>
        <translation>Welche Art von Modell gesucht wird.</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Mixture</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>The architecture the model is made for.</source>
        <translation>Die Architektur, für die das Modell gemacht ist.</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Ordnen</translation>
    </message>
    <message>
        <source>Order of the results.</source>
        <translation>Reihenfolge der Treffer.</translation>
    </message>
    <message>
        <source>Most downloaded</source>
        <translation>Am meisten geladen</translation>
    </message>
    <message>
        <source>Highest rated</source>
        <translation>Am besten bewertet</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>The time in which downloads and ratings count.</source>
        <translation>Der Zeitraum, in dem Downloads und Bewertungen zählen.</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Trending</source>
        <translation>Im Trend</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>Likes</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Zuletzt geändert</translation>
    </message>
    <message>
        <source>Leave out what this program cannot open, such as pickle files.</source>
        <translation>Lässt weg, was dieses Programm nicht öffnen kann, etwa Pickle-Dateien.</translation>
    </message>
    <message>
        <source>Only commercial use allowed</source>
        <translation>Nur mit kommerzieller Nutzung</translation>
    </message>
    <message>
        <source>Models whose authors let you sell the pictures you make.</source>
        <translation>Modelle, deren Urheber den Verkauf Ihrer Bilder erlauben.</translation>
    </message>
    <message>
        <source>Mature previews</source>
        <translation>Vorschau nicht jugendfrei</translation>
    </message>
    <message>
        <source>How pictures are shown that are not for everybody.</source>
        <translation>Wie Bilder gezeigt werden, die nicht für alle sind.</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Unscharf</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Gezeigt</translation>
    </message>
    <message>
        <source>Fits the mix</source>
        <translation>Passt zur Mischung</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Show pictures that are not for everybody?</source>
        <translation>Bilder zeigen, die nicht für alle sind?</translation>
    </message>
    <message>
        <source>CivitAI has pictures of nudity and violence. You can hide them again here.</source>
        <translation>CivitAI hat Bilder mit Nacktheit und Gewalt. Sie können sie hier wieder verbergen.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Do not show them</source>
        <translation>Nicht zeigen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::HubLinkBar</name>
    <message>
        <source>Go</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Tokens…</source>
        <translation>Tokens…</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Log in to Hugging Face and CivitAI.</source>
        <translation>Bei Hugging Face und CivitAI anmelden.</translation>
    </message>
    <message>
        <source>Paste link, id or urn:air…</source>
        <translation>Link, Name oder urn:air einfügen…</translation>
    </message>
    <message>
        <source>Link to a model</source>
        <translation>Link zu einem Modell</translation>
    </message>
    <message>
        <source>owner/name, owner/name:folder, a link to a model or version, or urn:air:… (Ctrl+L)</source>
        <translation>owner/name, owner/name:ordner, ein Link zu Modell oder Version oder urn:air:… (Strg+L)</translation>
    </message>
    <message>
        <source>Show what the link leads to.</source>
        <translation>Zeigt, wohin der Link führt.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::HubResults</name>
    <message>
        <source>Results</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Nothing was found. Try other words, or another base.</source>
        <translation>Nichts gefunden. Versuchen Sie andere Wörter oder eine andere Basis.</translation>
    </message>
    <message>
        <source>Show them anyway</source>
        <translation>Trotzdem zeigen</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Online gehen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Einzelheiten…</translation>
    </message>
    <message>
        <source>Load more</source>
        <translation>Mehr laden</translation>
    </message>
    <message>
        <source>Scrolling to the end does the same.</source>
        <translation>Blättern ans Ende tut dasselbe.</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Quelle: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 asks to wait %n s. It will be asked again by itself.</source>
        <translation>
            <numerusform>%1 bittet, %n s zu warten. Danach wird von selbst erneut gefragt.</numerusform>
            <numerusform>%1 bittet, %n s zu warten. Danach wird von selbst erneut gefragt.</numerusform>
        </translation>
    </message>
    <message>
        <source>You work offline, and there is no copy of this search.</source>
        <translation>Sie arbeiten offline, und von dieser Suche gibt es keine Kopie.</translation>
    </message>
    <message>
        <source>Offline, and there is no copy of this search on your computer.</source>
        <translation>Offline, und auf Ihrem Rechner gibt es keine Kopie dieser Suche.</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) cannot be used: pickle files, or files that are gone.</source>
        <translation>
            <numerusform>%n Treffer sind nicht verwendbar: Pickle-Dateien oder Dateien, die es nicht mehr gibt.</numerusform>
            <numerusform>%n Treffer sind nicht verwendbar: Pickle-Dateien oder Dateien, die es nicht mehr gibt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Showing %n</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Lädt…</translation>
    </message>
    <message>
        <source>offline copy from %1</source>
        <translation>Kopie von %1</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::HubSkeleton</name>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::HubView</name>
    <message>
        <source>“%1” is being fetched and joins the mixture then.</source>
        <translation>„%1“ wird geholt und kommt dann in die Mischung.</translation>
    </message>
    <message>
        <source>“%1” is being fetched.</source>
        <translation>„%1“ wird geholt.</translation>
    </message>
    <message>
        <source>Show downloads</source>
        <translation>Downloads zeigen</translation>
    </message>
    <message>
        <source>You will be reminded when the early access of “%1” is over.</source>
        <translation>Sie werden erinnert, wenn der Vorabzugang von „%1“ endet.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ImageArea</name>
    <message>
        <source>Smooth</source>
        <translation>Glätten</translation>
    </message>
    <message>
        <source>Render again with maps</source>
        <translation>Mit Karten neu rendern</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>What is laid over the picture (W, X, U, D; H hides it)</source>
        <translation>Was über dem Bild liegt (W, X, U, D; H verbirgt es)</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Which decisions of a block (K)</source>
        <translation>Welche Entscheidungen eines Blocks (K)</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>Experte</translation>
    </message>
    <message>
        <source>Expert shown by One expert (1 to 8)</source>
        <translation>Experte, den „Ein Experte“ zeigt (1 bis 8)</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Das Bild bewegen</translation>
    </message>
    <message>
        <source>Drag moves the picture instead of probing</source>
        <translation>Ziehen bewegt das Bild, statt eine Stelle zu lesen</translation>
    </message>
    <message>
        <source>Compare pictures</source>
        <translation>Bilder vergleichen</translation>
    </message>
    <message>
        <source>Show both pictures instead of the map</source>
        <translation>Beide Bilder statt der Karte zeigen</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Gewinner</translation>
    </message>
    <message>
        <source>One expert</source>
        <translation>Ein Experte</translation>
    </message>
    <message>
        <source>Uncertainty</source>
        <translation>Unsicherheit</translation>
    </message>
    <message>
        <source>Difference from layer mean</source>
        <translation>Unterschied zum Mittel der Schicht</translation>
    </message>
    <message>
        <source>Difference to compare</source>
        <translation>Unterschied zum Vergleich</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Opacity of the map ([ and ])</source>
        <translation>Deckkraft der Karte ([ und ])</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>Palette</translation>
    </message>
    <message>
        <source>Colours of numbers; Winner uses the experts&apos; own</source>
        <translation>Farben der Zahlen; der Gewinner hat die Farben der Experten</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>Range of the colours. Per layer makes small differences visible.</source>
        <translation>Bereich der Farben. „Je Schicht“ macht kleine Unterschiede sichtbar.</translation>
    </message>
    <message>
        <source>Off shows the measured cells.</source>
        <translation>Aus zeigt die gemessenen Zellen.</translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation>Cividis</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Greys</source>
        <translation>Grautöne</translation>
    </message>
    <message>
        <source>Per layer</source>
        <translation>Je Schicht</translation>
    </message>
    <message>
        <source>0–1</source>
        <translation>0–1</translation>
    </message>
    <message>
        <source>Whole capture</source>
        <translation>Ganze Aufnahme</translation>
    </message>
    <message>
        <source>Mean of kinds</source>
        <translation>Mittel der Arten</translation>
    </message>
    <message>
        <source>A · %1</source>
        <translation>A · %1</translation>
    </message>
    <message>
        <source>B · %1</source>
        <translation>B · %1</translation>
    </message>
    <message>
        <source>Opacity of the map: %1 ([ and ])</source>
        <translation>Deckkraft der Karte: %1 ([ und ])</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ImageView</name>
    <message>
        <source>%1 by %2 pixels</source>
        <translation>%1 mal %2 Pixel</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ImageWell</name>
    <message>
        <source>Start image</source>
        <translation>Startbild</translation>
    </message>
    <message>
        <source>Drop or paste a picture, or click to choose one.</source>
        <translation>Ein Bild hierher ziehen oder einfügen, oder klicken, um eines zu wählen.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ImportDialog</name>
    <message>
        <source>Replace mix</source>
        <translation>Mischung ersetzen</translation>
    </message>
    <message>
        <source>Import recipe</source>
        <translation>Rezept importieren</translation>
    </message>
    <message>
        <source>Paste a recipe or choose a file. Nothing changes before you press Replace mix.</source>
        <translation>Ein Rezept einfügen oder eine Datei wählen. Vor „Mischung ersetzen“ ändert sich nichts.</translation>
    </message>
    <message>
        <source>Recipe text</source>
        <translation>Text des Rezepts</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Gate prompt</source>
        <translation>Gate-Prompt</translation>
    </message>
    <message>
        <source>Recognised parts</source>
        <translation>Erkannte Teile</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Choose file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Expert %1</source>
        <translation>Experte %1</translation>
    </message>
    <message>
        <source>LoRA of %1</source>
        <translation>LoRA von %1</translation>
    </message>
    <message>
        <source>Expert, off</source>
        <translation>Experte, aus</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>to download</source>
        <translation>herunterzuladen</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>nicht verwendbar</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Models: %1 found, %2 to download, %3 unknown</source>
        <translation>Modelle: %1 gefunden, %2 herunterzuladen, %3 unbekannt</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::LayerPanel</name>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Down only</source>
        <translation>Nur abwärts</translation>
    </message>
    <message>
        <source>Up only</source>
        <translation>Nur aufwärts</translation>
    </message>
    <message>
        <source>Inner</source>
        <translation>Innen</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Blocks preset</source>
        <translation>Blockauswahl</translation>
    </message>
    <message>
        <source>Which blocks get experts; Inner is the lowest resolution.</source>
        <translation>Welche Blöcke Experten bekommen; Innen ist die niedrigste Auflösung.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Experts in attention: the smallest.</source>
        <translation>Experten in der Attention: am kleinsten.</translation>
    </message>
    <message>
        <source>Feed-forward</source>
        <translation>Feed-Forward</translation>
    </message>
    <message>
        <source>Experts in the feed-forward layers.</source>
        <translation>Experten in den Feed-Forward-Schichten.</translation>
    </message>
    <message>
        <source>Experts in both: follows the experts most.</source>
        <translation>Experten in beidem: folgt den Experten am meisten.</translation>
    </message>
    <message>
        <source>Active experts k</source>
        <translation>Aktive Experten k</translation>
    </message>
    <message>
        <source>Experts used in each layer and pass. 1 is fastest; more blends them.</source>
        <translation>Experten je Schicht und Durchgang. 1 ist am schnellsten; mehr vermischt sie.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>k</source>
        <translation>k</translation>
    </message>
    <message>
        <source>From prompts</source>
        <translation>Aus Prompts</translation>
    </message>
    <message>
        <source>Measured with each expert on its own prompts.</source>
        <translation>Gemessen mit jedem Experten an seinen eigenen Prompts.</translation>
    </message>
    <message>
        <source>From prompts, as SegMoE</source>
        <translation>Aus Prompts, wie SegMoE</translation>
    </message>
    <message>
        <source>Exactly like the original program: 25 steps with guidance.</source>
        <translation>Genau wie das ursprüngliche Programm: 25 Schritte mit Führung.</translation>
    </message>
    <message>
        <source>Text only</source>
        <translation>Nur Text</translation>
    </message>
    <message>
        <source>Only the text path is measured; quick.</source>
        <translation>Nur der Textpfad wird gemessen; schnell.</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Random vectors; prompts are not used.</source>
        <translation>Zufällige Vektoren; Prompts werden nicht benutzt.</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>All experts weigh the same.</source>
        <translation>Alle Experten wiegen gleich viel.</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Gates</translation>
    </message>
    <message>
        <source>How the routing vectors are made.</source>
        <translation>Wie die Routing-Vektoren entstehen.</translation>
    </message>
    <message>
        <source>Gate seed</source>
        <translation>Gate-Seed</translation>
    </message>
    <message>
        <source>Same seed, same gates.</source>
        <translation>Gleicher Seed, gleiche Gates.</translation>
    </message>
    <message>
        <source>Draw a gate seed</source>
        <translation>Einen Gate-Seed ziehen</translation>
    </message>
    <message>
        <source>Draw a seed</source>
        <translation>Einen Seed ziehen</translation>
    </message>
    <message>
        <source>Gate steps</source>
        <translation>Gate-Schritte</translation>
    </message>
    <message>
        <source>More steps measure closer to SegMoE and take longer.</source>
        <translation>Mehr Schritte messen näher an SegMoE und dauern länger.</translation>
    </message>
    <message>
        <source>Use negatives</source>
        <translation>Negative benutzen</translation>
    </message>
    <message>
        <source>Measure with the negative gate prompts and guidance.</source>
        <translation>Mit den negativen Gate-Prompts und Führung messen.</translation>
    </message>
    <message>
        <source>Centre gates</source>
        <translation>Gates zentrieren</translation>
    </message>
    <message>
        <source>Subtract the mean of all experts first. Helps when gates are nearly parallel.</source>
        <translation>Zuerst das Mittel aller Experten abziehen. Hilft, wenn Gates fast parallel sind.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Forward pass (SegMoE)</source>
        <translation>Durchgang (SegMoE)</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Guidance half</source>
        <translation>Hälfte der Führung</translation>
    </message>
    <message>
        <source>Image and half</source>
        <translation>Bild und Hälfte</translation>
    </message>
    <message>
        <source>Ignore negative prompt when choosing</source>
        <translation>Negativen Prompt bei der Wahl nicht beachten</translation>
    </message>
    <message>
        <source>Scores come from the prompt half; both halves use the choice.</source>
        <translation>Die Punkte kommen von der Prompt-Hälfte; beide Hälften benutzen die Wahl.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Reproduce SegMoE results</source>
        <translation>SegMoE-Ergebnisse wiederholen</translation>
    </message>
    <message>
        <source>Copies the original program&apos;s numbers, including its choice by batch and its scheduler.</source>
        <translation>Übernimmt die Zahlen des ursprünglichen Programms, auch seine Wahl je Stapel und seinen Scheduler.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Clear expert control</source>
        <translation>Steuerung der Experten aufheben</translation>
    </message>
    <message>
        <source>Remove the mute, pin and bias rules kept in this mix.</source>
        <translation>Die in dieser Mischung behaltenen Regeln (stumm, fest, Neigung) entfernen.</translation>
    </message>
    <message>
        <source>Choose per</source>
        <translation>Wahl je</translation>
    </message>
    <message>
        <source>Which parts of a pass share one choice of experts.</source>
        <translation>Welche Teile eines Durchgangs eine Wahl der Experten teilen.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Below 1 sharpens, above 1 evens the weights. The choice stays.</source>
        <translation>Unter 1 schärft, über 1 gleicht die Gewichte aus. Die Wahl bleibt.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Automatic: fp16 on GPU, bf16 where the CPU supports it, else fp32.</source>
        <translation>Automatisch: fp16 auf der GPU, bf16, wo die CPU es kann, sonst fp32.</translation>
    </message>
    <message>
        <source>Build progress</source>
        <translation>Fortschritt des Bauens</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the build</source>
        <translation>Das Bauen abbrechen</translation>
    </message>
    <message>
        <source>Stop building</source>
        <translation>Mit dem Bauen aufhören</translation>
    </message>
    <message>
        <source>Auto (2)</source>
        <translation>Auto (2)</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1 of %2 blocks mixed</source>
        <translation>%1 von %2 Blöcken gemischt</translation>
    </message>
    <message>
        <source>SegMoE-compatible: yes</source>
        <translation>SegMoE-verträglich: ja</translation>
    </message>
    <message>
        <source>Studio only</source>
        <translation>Nur im Studio</translation>
    </message>
    <message>
        <source>The original program can open what is saved from this mix.</source>
        <translation>Das ursprüngliche Programm kann öffnen, was aus dieser Mischung gespeichert wird.</translation>
    </message>
    <message>
        <source>SegMoE cannot open this file: %1.</source>
        <translation>SegMoE kann diese Datei nicht öffnen: %1.</translation>
    </message>
    <message>
        <source>No expert control kept</source>
        <translation>Keine Steuerung der Experten behalten</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) of expert control</source>
        <translation>
            <numerusform>%n Regel zur Steuerung der Experten</numerusform>
            <numerusform>%n Regeln zur Steuerung der Experten</numerusform>
        </translation>
    </message>
    <message>
        <source>The experts add %1.</source>
        <translation>Die Experten kommen mit %1 hinzu.</translation>
    </message>
    <message>
        <source>adds %1</source>
        <translation>zusätzlich %1</translation>
    </message>
    <message>
        <source>What the experts add to the base; see Forecast for the other layers.</source>
        <translation>Was die Experten zur Basis hinzufügen; die anderen Schichten stehen in der Vorhersage.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::LayerPicker</name>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Same selection as the strip.</source>
        <translation>Dieselbe Auswahl wie im Streifen.</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>%1, not mixed</source>
        <translation>%1, nicht gemischt</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Schichten</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>%n Schicht</numerusform>
            <numerusform>%n Schichten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::LayerStrip</name>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message numerus="yes">
        <source>%n block(s); height = share of the experts, %1, %2</source>
        <translation>
            <numerusform>%n Block; Höhe = Anteil der Experten, %1, %2</numerusform>
            <numerusform>%n Blöcke; Höhe = Anteil der Experten, %1, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>Shares of the experts along %n block(s). Mean: %1.</source>
        <translation>
            <numerusform>Anteile der Experten über %n Block. Mittel: %1.</numerusform>
            <numerusform>Anteile der Experten über %n Blöcke. Mittel: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::LibraryFrame</name>
    <message>
        <source>Parts of the library</source>
        <translation>Teile der Bibliothek</translation>
    </message>
    <message>
        <source>My models</source>
        <translation>Meine Modelle</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>This text is not a model link, an image link or generation settings.</source>
        <translation>Dieser Text ist weder ein Modell-Link noch ein Bild-Link noch Einstellungen eines Bildes.</translation>
    </message>
    <message>
        <source>Only links from huggingface.co and civitai.com are understood.</source>
        <translation>Nur Links von huggingface.co und civitai.com werden verstanden.</translation>
    </message>
    <message>
        <source>Show this model</source>
        <translation>Dieses Modell zeigen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::LibraryListModel</name>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>nicht benutzbar</translation>
    </message>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n Kopie</numerusform>
            <numerusform>%n Kopien</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::LibraryPage</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Name, tag, trigger word, hash or path.</source>
        <translation>Name, Schlagwort, Auslösewort, Hash oder Pfad.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Ordnen</translation>
    </message>
    <message>
        <source>Order of the models</source>
        <translation>Reihenfolge der Modelle</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Show cards</source>
        <translation>Karten zeigen</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Show lines</source>
        <translation>Zeilen zeigen</translation>
    </message>
    <message>
        <source>Rescan</source>
        <translation>Neu durchsuchen</translation>
    </message>
    <message>
        <source>Look for changed files (F5)</source>
        <translation>Nach geänderten Dateien suchen (F5)</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Folders and filters</source>
        <translation>Ordner und Filter</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>No folders yet. Add the folder where your models are; files stay where they are.</source>
        <translation>Noch keine Ordner. Den Ordner hinzufügen, in dem die Modelle liegen; die Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Folders of other programs…</source>
        <translation>Ordner anderer Programme …</translation>
    </message>
    <message>
        <source>No models were found in your folders.</source>
        <translation>In den Ordnern wurden keine Modelle gefunden.</translation>
    </message>
    <message>
        <source>No model matches these filters.</source>
        <translation>Kein Modell passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>Durchsuchen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop scanning</source>
        <translation>Durchsuchen anhalten</translation>
    </message>
    <message>
        <source>What was found stays.</source>
        <translation>Was gefunden wurde, bleibt.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>Scanning…</source>
        <translation>Wird durchsucht …</translation>
    </message>
    <message>
        <source>Scanning: %1 models, %2 new or changed</source>
        <translation>Wird durchsucht: %1 Modelle, %2 neu oder geändert</translation>
    </message>
    <message>
        <source>Scanning was stopped; what was found stays.</source>
        <translation>Das Durchsuchen wurde angehalten; was gefunden wurde, bleibt.</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) found, %1 new or changed, %2 gone.</source>
        <translation>
            <numerusform>%n Modell gefunden, %1 neu oder geändert, %2 verschwunden.</numerusform>
            <numerusform>%n Modelle gefunden, %1 neu oder geändert, %2 verschwunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was moved to the trash.</source>
        <translation>„%1“ wurde in den Papierkorb verschoben.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The model list was damaged and is being rebuilt.</source>
        <translation>Die Modellliste war beschädigt und wird neu aufgebaut.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Add a folder of models</source>
        <translation>Einen Ordner mit Modellen hinzufügen</translation>
    </message>
    <message>
        <source>Use as base</source>
        <translation>Als Basis benutzen</translation>
    </message>
    <message>
        <source>Add as expert</source>
        <translation>Als Experte hinzufügen</translation>
    </message>
    <message>
        <source>Render with it</source>
        <translation>Damit rendern</translation>
    </message>
    <message>
        <source>Rename alias</source>
        <translation>Alias ändern</translation>
    </message>
    <message>
        <source>Check hash</source>
        <translation>Hash prüfen</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Datei zeigen</translation>
    </message>
    <message>
        <source>Delete file…</source>
        <translation>Datei löschen …</translation>
    </message>
    <message>
        <source>Add the folder to the library</source>
        <translation>Den Ordner in die Bibliothek aufnehmen</translation>
    </message>
    <message numerus="yes">
        <source>Checking hashes in the background: %n file(s) left</source>
        <translation>
            <numerusform>Prüfsummen im Hintergrund: noch %n Datei</numerusform>
            <numerusform>Prüfsummen im Hintergrund: noch %n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Schlagwörter…</translation>
    </message>
    <message>
        <source>Add as LoRA to</source>
        <translation>Als LoRA hinzufügen zu</translation>
    </message>
    <message>
        <source>No mixture is open</source>
        <translation>Keine Mischung ist offen</translation>
    </message>
    <message>
        <source>Computing the hash of %1 first…</source>
        <translation>Zuerst wird die Prüfsumme von %1 berechnet…</translation>
    </message>
    <message>
        <source>Copies…</source>
        <translation>Kopien…</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Kopfdaten</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy hash</source>
        <translation>Prüfsumme kopieren</translation>
    </message>
    <message>
        <source>Look up online</source>
        <translation>Online nachschlagen</translation>
    </message>
    <message>
        <source>Model page</source>
        <translation>Seite des Modells</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Verschieben…</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::LicencePanel</name>
    <message>
        <source>Licences of the parts</source>
        <translation>Lizenzen der Teile</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Verkaufen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Nennung</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Weitergeben</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Strictest: selling %1, sharing the mixture %2, credit %3.</source>
        <translation>Am strengsten: Verkauf %1, Weitergabe der Mischung %2, Nennung %3.</translation>
    </message>
    <message>
        <source>required</source>
        <translation>nötig</translation>
    </message>
    <message>
        <source>not required</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::LoadChart</name>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>share, percent</source>
        <translation>Anteil, Prozent</translation>
    </message>
    <message>
        <source>preference</source>
        <translation>Bevorzugung</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>choices, compared</source>
        <translation>Wahlen, verglichen</translation>
    </message>
    <message>
        <source>choices</source>
        <translation>Wahlen</translation>
    </message>
    <message>
        <source>%1, compared</source>
        <translation>%1, verglichen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Load by expert, %1. %2. Even share is %3.</source>
        <translation>Last je Experte, %1. %2. Gleicher Anteil wäre %3.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::LoadedModelsView</name>
    <message>
        <source>No model is loaded.</source>
        <translation>Kein Modell ist geladen.</translation>
    </message>
    <message>
        <source>Unload all</source>
        <translation>Alle entladen</translation>
    </message>
    <message>
        <source>Free the memory of all loaded models.</source>
        <translation>Den Speicher aller geladenen Modelle freigeben.</translation>
    </message>
    <message>
        <source>in use by the running job</source>
        <translation>vom laufenden Auftrag benutzt</translation>
    </message>
    <message>
        <source>Unload</source>
        <translation>Entladen</translation>
    </message>
    <message>
        <source>Unload %1</source>
        <translation>%1 entladen</translation>
    </message>
    <message>
        <source>Free the memory of this model.</source>
        <translation>Den Speicher dieses Modells freigeben.</translation>
    </message>
    <message>
        <source>mixture of %1</source>
        <translation>Mischung aus %1</translation>
    </message>
    <message>
        <source>single model</source>
        <translation>einzelnes Modell</translation>
    </message>
    <message>
        <source>What is mapped stays in its file: the system takes that memory back when something else needs it.</source>
        <translation>Was eingeblendet ist, bleibt in seiner Datei: Das System nimmt diesen Speicher zurück, sobald etwas anderes ihn braucht.</translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
    <message>
        <source>RAM %1</source>
        <translation>RAM %1</translation>
    </message>
    <message>
        <source>mapped %1</source>
        <translation>eingeblendet %1</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::LogPanel</name>
    <message>
        <source>Show from level</source>
        <translation>Zeigen ab Stufe</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Save log as</source>
        <translation>Protokoll speichern unter</translation>
    </message>
    <message>
        <source>Text files (*.log *.txt)</source>
        <translation>Textdateien (*.log *.txt)</translation>
    </message>
    <message>
        <source>The log was saved as %1.</source>
        <translation>Das Protokoll wurde als %1 gespeichert.</translation>
    </message>
    <message>
        <source>The log could not be saved as %1: %2</source>
        <translation>Das Protokoll konnte nicht als %1 gespeichert werden: %2</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::LoraMisfitsDialog</name>
    <message>
        <source>LoRA parts without a place</source>
        <translation>LoRA-Teile ohne Platz</translation>
    </message>
    <message>
        <source>These %1 of the %2 parts of “%3” have no place in “%4”. The others are used.</source>
        <translation>Diese %1 der %2 Teile von „%3“ haben keinen Platz in „%4“. Die anderen werden verwendet.</translation>
    </message>
    <message>
        <source>None of the %1 parts of “%2” fits “%3”: it was made for another architecture.</source>
        <translation>Keiner der %1 Teile von „%2“ passt zu „%3“: Die LoRA wurde für eine andere Architektur gemacht.</translation>
    </message>
    <message>
        <source>Parts without a place</source>
        <translation>Teile ohne Platz</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the names</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::LoraRow</name>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>Strength of %1</source>
        <translation>Stärke von %1</translation>
    </message>
    <message>
        <source>Strength; 0 leaves it out.</source>
        <translation>Stärke; 0 lässt sie weg.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove LoRA</source>
        <translation>LoRA entfernen</translation>
    </message>
    <message>
        <source>%1 · not usable</source>
        <translation>%1 · nicht benutzbar</translation>
    </message>
    <message>
        <source>%1 · not on this computer</source>
        <translation>%1 · nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>Base only</source>
        <translation>Nur Basis</translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>Experten</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>What %1 acts on</source>
        <translation>Worauf %1 wirkt</translation>
    </message>
    <message>
        <source>While SegMoE&apos;s results are reproduced, it acts on the base only, as SegMoE has it.</source>
        <translation>Solange die Ergebnisse von SegMoE nachgebildet werden, wirkt es nur auf die Basis, wie bei SegMoE.</translation>
    </message>
    <message>
        <source>What this LoRA changes: the base, which gives all layers that are not mixed, the experts, which give the mixed ones, or both.</source>
        <translation>Was dieses LoRA verändert: die Basis, von der alle nicht gemischten Schichten kommen, die Experten, von denen die gemischten kommen, oder beide.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::MainWindow</name>
    <message>
        <source>SegMoE Studio</source>
        <translation>SegMoE Studio</translation>
    </message>
    <message>
        <source>%1[*] - SegMoE Studio</source>
        <translation>%1[*] - SegMoE Studio</translation>
    </message>
    <message>
        <source>The program quits when all jobs are done.</source>
        <translation>Das Programm wird beendet, wenn alle Aufträge fertig sind.</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Fertig: %1</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Fehlgeschlagen: %1</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::MaskEditor</name>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Paint the part to make anew (B)</source>
        <translation>Den Teil malen, der neu entstehen soll (B)</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Take away from the mask (E)</source>
        <translation>Von der Maske wegnehmen (E)</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <source>Diameter of the brush in pixels ([ and ])</source>
        <translation>Durchmesser des Pinsels in Pixeln ([ und ])</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Umkehren</translation>
    </message>
    <message>
        <source>Invert the mask (Ctrl+I)</source>
        <translation>Die Maske umkehren (Strg+I)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Take the whole mask away</source>
        <translation>Die ganze Maske wegnehmen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Rückgängig (Strg+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>Wiederholen (Strg+Shift+Z)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Close the mask editor</source>
        <translation>Den Maskeneditor schließen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::MaskView</name>
    <message>
        <source>Invert mask</source>
        <translation>Maske umkehren</translation>
    </message>
    <message>
        <source>Clear mask</source>
        <translation>Maske leeren</translation>
    </message>
    <message>
        <source>Erase mask</source>
        <translation>Maske radieren</translation>
    </message>
    <message>
        <source>Paint mask</source>
        <translation>Maske malen</translation>
    </message>
    <message>
        <source>Nothing is masked: the whole picture is painted anew.</source>
        <translation>Nichts ist maskiert: das ganze Bild entsteht neu.</translation>
    </message>
    <message>
        <source>A part of the picture is masked.</source>
        <translation>Ein Teil des Bildes ist maskiert.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::MemoryLine</name>
    <message>
        <source>Memory and time appear here once a model is chosen.</source>
        <translation>Speicher und Zeit stehen hier, sobald ein Modell gewählt ist.</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>does not fit</source>
        <translation>passt nicht</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>knapp</translation>
    </message>
    <message>
        <source>fits with savings</source>
        <translation>passt mit Sparmaßnahmen</translation>
    </message>
    <message>
        <source>Memory %1 of %2 GB · %3</source>
        <translation>Speicher %1 von %2 GB · %3</translation>
    </message>
    <message>
        <source>Memory %1 GB</source>
        <translation>Speicher %1 GB</translation>
    </message>
    <message>
        <source> · about %1 s</source>
        <translation> · etwa %1 s</translation>
    </message>
    <message>
        <source>%1: %2 GB</source>
        <translation>%1: %2 GB</translation>
    </message>
    <message>
        <source>%1 (−%2 GB)</source>
        <translation>%1 (−%2 GB)</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::MetadataPanel</name>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Resolved prompt</source>
        <translation>Aufgelöster Prompt</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Negativ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Copy this text</source>
        <translation>Diesen Text kopieren</translation>
    </message>
    <message>
        <source>Text copied.</source>
        <translation>Text kopiert.</translation>
    </message>
    <message>
        <source>Open in Routing</source>
        <translation>Im Routing öffnen</translation>
    </message>
    <message>
        <source>Show which experts fired where (Ctrl+Shift+R)</source>
        <translation>Zeigen, welche Experten wo gearbeitet haben (Strg+Shift+R)</translation>
    </message>
    <message>
        <source>Use for the next picture</source>
        <translation>Für das nächste Bild benutzen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Everything that made this picture (A)</source>
        <translation>Alles, woraus dieses Bild entstand (A)</translation>
    </message>
    <message>
        <source>Remix</source>
        <translation>Remix</translation>
    </message>
    <message>
        <source>Everything but the seed (R)</source>
        <translation>Alles außer dem Seed (R)</translation>
    </message>
    <message>
        <source>Prompt and negative prompt (P)</source>
        <translation>Prompt und negativer Prompt (P)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Seed (S)</source>
        <translation>Seed (S)</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Width and height (D)</source>
        <translation>Breite und Höhe (D)</translation>
    </message>
    <message>
        <source>Recall: %1</source>
        <translation>Übernehmen: %1</translation>
    </message>
    <message>
        <source>Raw metadata</source>
        <translation>Rohe Metadaten</translation>
    </message>
    <message>
        <source>Every text that the file holds (I)</source>
        <translation>Alle Texte, die die Datei enthält (I)</translation>
    </message>
    <message>
        <source>Copy without metadata</source>
        <translation>Ohne Metadaten kopieren</translation>
    </message>
    <message>
        <source>Copy only the pixels: prompts and settings stay here</source>
        <translation>Nur die Pixel kopieren: Prompts und Einstellungen bleiben hier</translation>
    </message>
    <message>
        <source>Select a picture to see how it was made.</source>
        <translation>Ein Bild wählen, um zu sehen, wie es entstand.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) selected.</source>
        <translation>
            <numerusform>%n Bild gewählt.</numerusform>
            <numerusform>%n Bilder gewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>No generation settings were found in this picture.</source>
        <translation>In diesem Bild wurden keine Einstellungen gefunden.</translation>
    </message>
    <message>
        <source>Read as %1</source>
        <translation>Gelesen als %1</translation>
    </message>
    <message>
        <source>Mixture</source>
        <translation>Mischung</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Locate missing models</source>
        <translation>Fehlende Modelle suchen</translation>
    </message>
    <message>
        <source>Show the folder that holds the models of this picture; it is added to the library.</source>
        <translation>Den Ordner mit den Modellen dieses Bildes zeigen; er kommt zur Bibliothek.</translation>
    </message>
    <message>
        <source>%1 – not in the library</source>
        <translation>%1 – nicht in der Bibliothek</translation>
    </message>
    <message>
        <source>Get missing</source>
        <translation>Fehlendes holen</translation>
    </message>
    <message>
        <source>Get missing models</source>
        <translation>Fehlende Modelle laden</translation>
    </message>
    <message>
        <source>Show what getting the models of this picture takes, and get them.</source>
        <translation>Zeigt, was die Modelle dieses Bildes zum Herunterladen brauchen, und holt sie.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::MixDocument</name>
    <message>
        <source>new prompt, expert %1</source>
        <translation>neuer Prompt, Experte %1</translation>
    </message>
    <message>
        <source>remove prompt %1, expert %2</source>
        <translation>Prompt %1 entfernen, Experte %2</translation>
    </message>
    <message>
        <source>prompt %1, expert %2</source>
        <translation>Prompt %1, Experte %2</translation>
    </message>
    <message>
        <source>weight of prompt %1, expert %2</source>
        <translation>Gewicht von Prompt %1, Experte %2</translation>
    </message>
    <message>
        <source>copy prompt to expert %1</source>
        <translation>Prompt zu Experte %1 kopieren</translation>
    </message>
    <message>
        <source>move prompt to expert %1</source>
        <translation>Prompt zu Experte %1 verschieben</translation>
    </message>
    <message>
        <source>add LoRA</source>
        <translation>LoRA hinzufügen</translation>
    </message>
    <message>
        <source>remove LoRA</source>
        <translation>LoRA entfernen</translation>
    </message>
    <message>
        <source>strength of LoRA</source>
        <translation>Stärke der LoRA</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>add expert %1</source>
        <translation>Experte %1 hinzufügen</translation>
    </message>
    <message>
        <source>remove expert %1</source>
        <translation>Experte %1 entfernen</translation>
    </message>
    <message>
        <source>move expert %1</source>
        <translation>Experte %1 verschieben</translation>
    </message>
    <message>
        <source>model of expert %1</source>
        <translation>Modell von Experte %1</translation>
    </message>
    <message>
        <source>duplicate expert %1</source>
        <translation>Experte %1 verdoppeln</translation>
    </message>
    <message>
        <source>expert %1 on</source>
        <translation>Experte %1 an</translation>
    </message>
    <message>
        <source>expert %1 off</source>
        <translation>Experte %1 aus</translation>
    </message>
    <message>
        <source>alias of expert %1</source>
        <translation>Alias von Experte %1</translation>
    </message>
    <message>
        <source>make expert %1 the base</source>
        <translation>Experte %1 zur Basis machen</translation>
    </message>
    <message numerus="yes">
        <source>base and %n expert(s)</source>
        <translation>
            <numerusform>Basis und %n Experte</numerusform>
            <numerusform>Basis und %n Experten</numerusform>
        </translation>
    </message>
    <message>
        <source>where the base&apos;s LoRA acts</source>
        <translation>worauf die LoRA der Basis wirkt</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>active experts</source>
        <translation>aktive Experten</translation>
    </message>
    <message>
        <source>gate options</source>
        <translation>Gate-Einstellungen</translation>
    </message>
    <message>
        <source>routing options</source>
        <translation>Routing-Einstellungen</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>reproducing SegMoE</source>
        <translation>SegMoE wiederholen</translation>
    </message>
    <message>
        <source>expert control</source>
        <translation>Steuerung der Experten</translation>
    </message>
    <message>
        <source>import recipe</source>
        <translation>Rezept importieren</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::MixHeader</name>
    <message>
        <source>not built</source>
        <translation>nicht gebaut</translation>
    </message>
    <message>
        <source>building</source>
        <translation>wird gebaut</translation>
    </message>
    <message>
        <source>built</source>
        <translation>gebaut</translation>
    </message>
    <message>
        <source>gates out of date</source>
        <translation>Gates veraltet</translation>
    </message>
    <message>
        <source>weights out of date</source>
        <translation>Gewichte veraltet</translation>
    </message>
    <message>
        <source>build failed</source>
        <translation>Bauen gescheitert</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>Rendern</translation>
    </message>
    <message>
        <source>Name of the mix</source>
        <translation>Name der Mischung</translation>
    </message>
    <message>
        <source>Name used in menus, file names and image metadata.</source>
        <translation>Name für Menüs, Dateinamen und Metadaten der Bilder.</translation>
    </message>
    <message>
        <source>Architecture, set by the base model.</source>
        <translation>Architektur, durch das Basismodell bestimmt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Cards (Alt+1)</source>
        <translation>Karten (Alt+1)</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Gates</translation>
    </message>
    <message>
        <source>Gates (Alt+2)</source>
        <translation>Gates (Alt+2)</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>YAML (Alt+3)</source>
        <translation>YAML (Alt+3)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open or start a mixture.</source>
        <translation>Eine Mischung öffnen oder beginnen.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the recipe (small) or the whole mixture.</source>
        <translation>Das (kleine) Rezept oder die ganze Mischung speichern.</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Bauen</translation>
    </message>
    <message>
        <source>Update gates only</source>
        <translation>Nur Gates erneuern</translation>
    </message>
    <message>
        <source>Discard built mixture</source>
        <translation>Gebaute Mischung verwerfen</translation>
    </message>
    <message>
        <source>Go to Render with this mixture; builds first if needed.</source>
        <translation>Mit dieser Mischung zum Rendern; wird vorher gebaut, wenn nötig.</translation>
    </message>
    <message>
        <source>Undo %1 (Ctrl+Z)</source>
        <translation>%1 rückgängig machen (Strg+Z)</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Redo %1 (Ctrl+Shift+Z)</source>
        <translation>%1 wiederholen (Strg+Shift+Z)</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nichts zu wiederholen</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>There are changes that are not saved.</source>
        <translation>Es gibt Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>The recipe is saved.</source>
        <translation>Das Rezept ist gespeichert.</translation>
    </message>
    <message>
        <source>Build prepares it for rendering.</source>
        <translation>„Bauen“ bereitet sie zum Rendern vor.</translation>
    </message>
    <message>
        <source>Update gates</source>
        <translation>Gates erneuern</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Build again</source>
        <translation>Noch einmal bauen</translation>
    </message>
    <message>
        <source>Prepare this mixture for rendering. Weights are read from the source files. (Ctrl+B)</source>
        <translation>Diese Mischung zum Rendern vorbereiten. Die Gewichte werden aus den Quelldateien gelesen. (Strg+B)</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::MixIntake</name>
    <message>
        <source>it is not there</source>
        <translation>es ist nicht da</translation>
    </message>
    <message numerus="yes">
        <source>add %n expert(s)</source>
        <translation>
            <numerusform>%n Experten hinzufügen</numerusform>
            <numerusform>%n Experten hinzufügen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::MixPage</name>
    <message>
        <source>Forecast, checks, licence</source>
        <translation>Vorhersage, Prüfungen, Lizenz</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Checks %1</source>
        <translation>Prüfungen %1</translation>
    </message>
    <message>
        <source>“%1” is built.</source>
        <translation>„%1“ ist gebaut.</translation>
    </message>
    <message>
        <source>Mixture saved: %1</source>
        <translation>Mischung gespeichert: %1</translation>
    </message>
    <message>
        <source>Waiting to build</source>
        <translation>Wartet auf das Bauen</translation>
    </message>
    <message>
        <source>Build %1</source>
        <translation>%1 bauen</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message>
        <source>Added %1, refused %2.</source>
        <translation>%1 hinzugefügt, %2 abgelehnt.</translation>
    </message>
    <message>
        <source>Replace base</source>
        <translation>Basis ersetzen</translation>
    </message>
    <message numerus="yes">
        <source>Replace base and remove %n expert(s) that no longer fit?</source>
        <translation>
            <numerusform>Basis ersetzen und %n Experten entfernen, der nicht mehr passt?</numerusform>
            <numerusform>Basis ersetzen und %n Experten entfernen, die nicht mehr passen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Replace %1</source>
        <translation>%1 ersetzen</translation>
    </message>
    <message>
        <source>Insert before %1</source>
        <translation>Vor %1 einfügen</translation>
    </message>
    <message>
        <source>Where is the file now?</source>
        <translation>Wo liegt die Datei jetzt?</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>Modelle (*.safetensors)</translation>
    </message>
    <message>
        <source>Recipes (*.yaml *.yml)</source>
        <translation>Rezepte (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Open recipe…</source>
        <translation>Rezept öffnen …</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>From mixture folder…</source>
        <translation>Aus Mischungsordner …</translation>
    </message>
    <message>
        <source>Open the recipe of a saved mixture</source>
        <translation>Das Rezept einer gespeicherten Mischung öffnen</translation>
    </message>
    <message>
        <source>Starter mixture</source>
        <translation>Startmischung</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>Rezept speichern</translation>
    </message>
    <message>
        <source>Save recipe as…</source>
        <translation>Rezept speichern unter …</translation>
    </message>
    <message>
        <source>Save mixture…</source>
        <translation>Mischung speichern …</translation>
    </message>
    <message>
        <source>Copy YAML</source>
        <translation>YAML kopieren</translation>
    </message>
    <message>
        <source> Line %1, column %2.</source>
        <translation> Zeile %1, Spalte %2.</translation>
    </message>
    <message>
        <source>Recipe saved: %1</source>
        <translation>Rezept gespeichert: %1</translation>
    </message>
    <message>
        <source>Recipe exported: %1</source>
        <translation>Rezept ausgegeben: %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>„%1“ hat Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Open recipe</source>
        <translation>Rezept öffnen</translation>
    </message>
    <message>
        <source>The starter mixture is not installed.</source>
        <translation>Die Startmischung ist nicht installiert.</translation>
    </message>
    <message>
        <source>Export recipe</source>
        <translation>Rezept ausgeben</translation>
    </message>
    <message>
        <source>The recipe is on the clipboard.</source>
        <translation>Das Rezept ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Import recipe</source>
        <translation>Rezept importieren</translation>
    </message>
    <message>
        <source>From rendered image…</source>
        <translation>Aus gerendertem Bild …</translation>
    </message>
    <message>
        <source>“%1” is as it was when the program ended; it is not saved yet.</source>
        <translation>„%1“ ist so, wie es beim Ende des Programms war; es ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Open the mixture of a picture</source>
        <translation>Mischung eines Bildes öffnen</translation>
    </message>
    <message>
        <source>Images (*.png *.jpg *.jpeg *.webp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>The mix that is open has no block %1.</source>
        <translation>Die geöffnete Mischung hat keinen Block %1.</translation>
    </message>
    <message>
        <source>The mix that is open has no such expert.</source>
        <translation>Die geöffnete Mischung hat diesen Experten nicht.</translation>
    </message>
    <message>
        <source>“%1” keeps the expert control.</source>
        <translation>„%1“ behält die Expertensteuerung.</translation>
    </message>
    <message>
        <source>Show mix</source>
        <translation>Mischung zeigen</translation>
    </message>
    <message>
        <source>“%1” is not open on the Mix page.</source>
        <translation>„%1“ ist auf der Seite Mischung nicht geöffnet.</translation>
    </message>
    <message>
        <source>Open and keep</source>
        <translation>Öffnen und behalten</translation>
    </message>
    <message>
        <source>Get missing…</source>
        <translation>Fehlende laden …</translation>
    </message>
    <message>
        <source>Get missing models</source>
        <translation>Fehlende Modelle laden</translation>
    </message>
    <message>
        <source>See what fetching them takes, and begin.</source>
        <translation>Zeigen, was das Laden kostet, und beginnen.</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s) of this mixture are on a hub and not on this computer.</source>
        <translation>
            <numerusform>%n Modell dieser Mischung ist auf einem Hub und nicht auf diesem Rechner.</numerusform>
            <numerusform>%n Modelle dieser Mischung sind auf einem Hub und nicht auf diesem Rechner.</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish to Hugging Face…</source>
        <translation>Auf Hugging Face veröffentlichen …</translation>
    </message>
    <message>
        <source>Only a folder can be published. Save the mixture as a folder.</source>
        <translation>Nur ein Ordner kann veröffentlicht werden. Speichern Sie die Mischung als Ordner.</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Publishing needs the whole mixture in a folder. Save it first?</source>
        <translation>Zum Veröffentlichen muss die ganze Mischung in einem Ordner liegen. Zuerst speichern?</translation>
    </message>
    <message>
        <source>What is on this page has not been saved as a mixture, or has changed since.</source>
        <translation>Was auf dieser Seite steht, wurde noch nicht als Mischung gespeichert oder hat sich seither geändert.</translation>
    </message>
    <message>
        <source>Choose a saved one…</source>
        <translation>Gespeicherte wählen …</translation>
    </message>
    <message>
        <source>Base: %1</source>
        <translation>Basis: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The forecast reckons with it, and Render does it.</source>
        <translation>Die Vorhersage rechnet damit, und „Rendern“ macht es so.</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Choose diffusers folder…</source>
        <translation>Diffusers-Ordner wählen …</translation>
    </message>
    <message>
        <source>Where is the folder now?</source>
        <translation>Wo ist der Ordner jetzt?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Find a .safetensors version</source>
        <translation>.safetensors-Fassung suchen</translation>
    </message>
    <message>
        <source>Search hubs</source>
        <translation>Im Netz suchen</translation>
    </message>
    <message>
        <source>Show downloads</source>
        <translation>Downloads zeigen</translation>
    </message>
    <message>
        <source>Refused files</source>
        <translation>Abgelehnte Dateien</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Einzelheiten…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>I accepted, retry</source>
        <translation>Zugestimmt, erneut versuchen</translation>
    </message>
    <message>
        <source>Show my models</source>
        <translation>Meine Modelle zeigen</translation>
    </message>
    <message>
        <source>Show checks</source>
        <translation>Prüfungen zeigen</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Change the base…</source>
        <translation>Basis ändern …</translation>
    </message>
    <message>
        <source>Change %1…</source>
        <translation>%1 ändern …</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Erneut speichern</translation>
    </message>
    <message>
        <source>Show forecast</source>
        <translation>Vorhersage zeigen</translation>
    </message>
    <message>
        <source>Attention only</source>
        <translation>Nur Attention</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Anderen Ordner wählen …</translation>
    </message>
    <message>
        <source>Use new file</source>
        <translation>Neue Datei verwenden</translation>
    </message>
    <message>
        <source>Text only</source>
        <translation>Nur Text</translation>
    </message>
    <message>
        <source>Use fp32</source>
        <translation>fp32 verwenden</translation>
    </message>
    <message>
        <source>Use automatic precision</source>
        <translation>Automatische Genauigkeit verwenden</translation>
    </message>
    <message>
        <source>The gate prompts come from the names of the files. Write there what each model paints best.</source>
        <translation>Die Gate-Prompts stammen aus den Namen der Dateien. Schreiben Sie dort, was jedes Modell am besten malt.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::MixtureOffer</name>
    <message>
        <source>Found %1 models. Make a mixture from two of them?</source>
        <translation>%1 Modelle gefunden. Aus zweien davon eine Mischung machen?</translation>
    </message>
    <message>
        <source>Make mixture</source>
        <translation>Mischung anlegen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ModelChooser</name>
    <message>
        <source>attention layers</source>
        <translation>Attention-Schichten</translation>
    </message>
    <message>
        <source>feed-forward layers</source>
        <translation>Feed-Forward-Schichten</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>alle Schichten</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Mixture or model to render with.</source>
        <translation>Mischung oder Modell, mit dem gerendert wird.</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>Modell öffnen</translation>
    </message>
    <message>
        <source>Open a model file, a recipe or a model folder. Dropping one on the window works too.</source>
        <translation>Eine Modelldatei, ein Rezept oder einen Modellordner öffnen. Sie lassen sich auch auf das Fenster ziehen.</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>Modell öffnen …</translation>
    </message>
    <message>
        <source>Model file or recipe…</source>
        <translation>Modelldatei oder Rezept …</translation>
    </message>
    <message>
        <source>Model folder…</source>
        <translation>Modellordner …</translation>
    </message>
    <message>
        <source>Loading the engine…</source>
        <translation>Rechenkern wird geladen …</translation>
    </message>
    <message>
        <source>Open a model to begin: a folder, a .safetensors file or a recipe.</source>
        <translation>Zum Anfangen ein Modell öffnen: einen Ordner, eine .safetensors-Datei oder ein Rezept.</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>Starter mixture</source>
        <translation>Startmischung</translation>
    </message>
    <message>
        <source>Starter: %1</source>
        <translation>Start: %1</translation>
    </message>
    <message>
        <source>%1 · one model · %2</source>
        <translation>%1 · ein Modell · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n expert(s)</source>
        <translation>
            <numerusform>%n Experte</numerusform>
            <numerusform>%n Experten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>%n aktiv</numerusform>
            <numerusform>%n aktiv</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2, %3 · %4 · %5</source>
        <translation>%1 · %2, %3 · %4 · %5</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>Modellordner öffnen</translation>
    </message>
    <message>
        <source>Open model file</source>
        <translation>Modelldatei öffnen</translation>
    </message>
    <message>
        <source>Models and recipes (*.safetensors *.yaml *.yml)</source>
        <translation>Modelle und Rezepte (*.safetensors *.yaml *.yml)</translation>
    </message>
    <message>
        <source>Unsaved mixture</source>
        <translation>Ungespeicherte Mischung</translation>
    </message>
    <message>
        <source>%1 (from the Mix page)</source>
        <translation>%1 (von der Seite Mischung)</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ModelDetail</name>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Details of the model</source>
        <translation>Einzelheiten des Modells</translation>
    </message>
    <message>
        <source>separated by commas</source>
        <translation>durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>Short name shown in lists and charts (F2).</source>
        <translation>Kurzer Name für Listen und Diagramme (F2).</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Words to find this model by.</source>
        <translation>Wörter, unter denen sich dieses Modell finden lässt.</translation>
    </message>
    <message>
        <source>Use as base</source>
        <translation>Als Basis benutzen</translation>
    </message>
    <message>
        <source>Add as expert</source>
        <translation>Als Experte hinzufügen</translation>
    </message>
    <message>
        <source>Render with it</source>
        <translation>Damit rendern</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Datei zeigen</translation>
    </message>
    <message>
        <source>Check hash</source>
        <translation>Hash prüfen</translation>
    </message>
    <message>
        <source>Delete file…</source>
        <translation>Datei löschen …</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Checking SHA-256, %p %</source>
        <translation>SHA-256 wird geprüft, %p %</translation>
    </message>
    <message numerus="yes">
        <source>%n models are chosen. Drag them to a mixture, or choose one to see its details.</source>
        <translation>
            <numerusform>%n Modell ist gewählt. In eine Mischung ziehen, oder eines wählen, um Einzelheiten zu sehen.</numerusform>
            <numerusform>%n Modelle sind gewählt. In eine Mischung ziehen, oder eines wählen, um Einzelheiten zu sehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a model to see what it is.</source>
        <translation>Ein Modell wählen, um zu sehen, was es ist.</translation>
    </message>
    <message>
        <source>Make it the base of the mixture (Ctrl+Enter in the list adds an expert).</source>
        <translation>Zur Basis der Mischung machen (Strg+Enter in der Liste fügt einen Experten hinzu).</translation>
    </message>
    <message>
        <source>Add it to the mixture as an expert.</source>
        <translation>Als Experten in die Mischung aufnehmen.</translation>
    </message>
    <message>
        <source>Choose it on the Render page.</source>
        <translation>Auf der Seite Rendern wählen.</translation>
    </message>
    <message>
        <source>Only single files have a digest that others know.</source>
        <translation>Nur einzelne Dateien haben eine Prüfsumme, die andere kennen.</translation>
    </message>
    <message>
        <source>Compute the SHA-256 that model sites know this file by.</source>
        <translation>Den SHA-256 berechnen, unter dem Modellseiten diese Datei kennen.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>, diffusers folder</source>
        <translation>, diffusers-Ordner</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Predicts</source>
        <translation>Sagt voraus</translation>
    </message>
    <message>
        <source>velocity</source>
        <translation>Geschwindigkeit (v)</translation>
    </message>
    <message>
        <source>noise (epsilon)</source>
        <translation>Rauschen (Epsilon)</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message numerus="yes">
        <source>%n can hold experts</source>
        <translation>
            <numerusform>%n kann Experten aufnehmen</numerusform>
            <numerusform>%n können Experten aufnehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Experts</source>
        <translation>Experten</translation>
    </message>
    <message>
        <source>UNet</source>
        <translation>UNet</translation>
    </message>
    <message>
        <source>text encoder</source>
        <translation>Text-Encoder</translation>
    </message>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Trigger words</source>
        <translation>Auslösewörter</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message numerus="yes">
        <source>%n files with the same content</source>
        <translation>
            <numerusform>%n Datei mit demselben Inhalt</numerusform>
            <numerusform>%n Dateien mit demselben Inhalt</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Move the file to the trash.</source>
        <translation>Die Datei in den Papierkorb verschieben.</translation>
    </message>
    <message>
        <source>This folder belongs to another program; delete the file there.</source>
        <translation>Dieser Ordner gehört einem anderen Programm; die Datei bitte dort löschen.</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Veröffentlichen …</translation>
    </message>
    <message>
        <source>Publish this mixture on Hugging Face.</source>
        <translation>Veröffentlicht diese Mischung auf Hugging Face.</translation>
    </message>
    <message>
        <source>A picture made with %1</source>
        <translation>Ein Bild, mit %1 gemacht</translation>
    </message>
    <message>
        <source>Model page</source>
        <translation>Seite des Modells</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Verschieben…</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Kopfdaten</translation>
    </message>
    <message>
        <source>What the file says about itself: tensors and texts.</source>
        <translation>Was die Datei über sich sagt: Tensoren und Texte.</translation>
    </message>
    <message>
        <source>Copies…</source>
        <translation>Kopien…</translation>
    </message>
    <message>
        <source>Keep one of the files with this content, or let them share their room on the disk.</source>
        <translation>Behalten Sie eine der Dateien mit diesem Inhalt, oder lassen Sie sie sich den Platz teilen.</translation>
    </message>
    <message>
        <source>Progress of the file</source>
        <translation>Fortschritt der Datei</translation>
    </message>
    <message>
        <source>AutoV3</source>
        <translation>AutoV3</translation>
    </message>
    <message>
        <source>Used in</source>
        <translation>Verwendet in</translation>
    </message>
    <message>
        <source>no recipe and no picture here</source>
        <translation>keinem Rezept und keinem Bild hier</translation>
    </message>
    <message>
        <source>Open the page of this model in the browser.</source>
        <translation>Öffnet die Seite dieses Modells im Browser.</translation>
    </message>
    <message>
        <source>The file does not say where it comes from.</source>
        <translation>Die Datei sagt nicht, woher sie stammt.</translation>
    </message>
    <message>
        <source>Move it into another folder of the library.</source>
        <translation>Verschiebt es in einen anderen Ordner der Bibliothek.</translation>
    </message>
    <message>
        <source>This folder belongs to another program; move the file there.</source>
        <translation>Dieser Ordner gehört einem anderen Programm; verschieben Sie die Datei dort.</translation>
    </message>
    <message>
        <source>Moving, %p %</source>
        <translation>Wird verschoben, %p %</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ModelFileActs</name>
    <message>
        <source>There is no other file like this one any more.</source>
        <translation>Es gibt keine andere Datei mehr mit diesem Inhalt.</translation>
    </message>
    <message numerus="yes">
        <source>%n copies were joined; %1 became free.</source>
        <translation>
            <numerusform>%n Kopie wurde verbunden; %1 wurden frei.</numerusform>
            <numerusform>%n Kopien wurden verbunden; %1 wurden frei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copies were moved to the trash.</source>
        <translation>
            <numerusform>%n Kopie liegt jetzt im Papierkorb.</numerusform>
            <numerusform>%n Kopien liegen jetzt im Papierkorb.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>“%1” is in %2 now.</source>
        <translation>„%1“ liegt jetzt in %2.</translation>
    </message>
    <message>
        <source>The path is in the clipboard.</source>
        <translation>Der Pfad ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The SHA-256 is in the clipboard.</source>
        <translation>Die SHA-256-Prüfsumme ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Move “%1” to</source>
        <translation>„%1“ verschieben nach</translation>
    </message>
    <message>
        <source>Delete file</source>
        <translation>Datei löschen</translation>
    </message>
    <message>
        <source>Move “%1” to the trash?</source>
        <translation>„%1“ in den Papierkorb verschieben?</translation>
    </message>
    <message>
        <source>Looking for recipes and pictures that name it…</source>
        <translation>Rezepte und Bilder, die es nennen, werden gesucht…</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>No recipe and no picture here names it.</source>
        <translation>Kein Rezept und kein Bild hier nennt es.</translation>
    </message>
    <message>
        <source>These name it and will miss it:
%1</source>
        <translation>Diese nennen es und werden es vermissen:
%1</translation>
    </message>
    <message>
        <source>What names it could not be found out.</source>
        <translation>Was es nennt, ließ sich nicht feststellen.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ModelPickerDialog</name>
    <message>
        <source>Choose base</source>
        <translation>Basis wählen</translation>
    </message>
    <message>
        <source>Choose LoRA</source>
        <translation>LoRA wählen</translation>
    </message>
    <message>
        <source>Choose expert</source>
        <translation>Experten wählen</translation>
    </message>
    <message>
        <source>Find models</source>
        <translation>Modelle suchen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei …</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Eine Datei wählen</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner …</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Einen Ordner wählen</translation>
    </message>
    <message>
        <source>Set as base</source>
        <translation>Als Basis nehmen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose a model file</source>
        <translation>Eine Modelldatei wählen</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>Modelle (*.safetensors)</translation>
    </message>
    <message>
        <source>Choose a model folder</source>
        <translation>Einen Modellordner wählen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::NavButton</name>
    <message>
        <source>Something new is here.</source>
        <translation>Hier gibt es etwas Neues.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::NavRail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::NoticeBar</name>
    <message>
        <source>Details…</source>
        <translation>Einzelheiten…</translation>
    </message>
    <message>
        <source>Error details</source>
        <translation>Fehlerdetails</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::PairsChart</name>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>share of all changes</source>
        <translation>Anteil aller Wechsel</translation>
    </message>
    <message>
        <source>chosen together ÷ chosen either</source>
        <translation>zusammen gewählt ÷ einer gewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) between steps, %1, %2</source>
        <translation>
            <numerusform>%n Wechsel zwischen Schritten, %1, %2</numerusform>
            <numerusform>%n Wechsel zwischen Schritten, %1, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s), %1, %2, %3</source>
        <translation>
            <numerusform>%n Entscheidung, %1, %2, %3</numerusform>
            <numerusform>%n Entscheidungen, %1, %2, %3</numerusform>
        </translation>
    </message>
    <message>
        <source>How often a choice changes from one expert to another: %1.</source>
        <translation>Wie oft eine Wahl von einem Experten zu einem anderen wechselt: %1.</translation>
    </message>
    <message>
        <source>How often two experts are chosen together: %1.</source>
        <translation>Wie oft zwei Experten zusammen gewählt werden: %1.</translation>
    </message>
    <message>
        <source>%1 to %2: %3 of all changes</source>
        <translation>%1 zu %2: %3 aller Wechsel</translation>
    </message>
    <message>
        <source>%1 and %2: together in %3 of the decisions that choose either; lift %4</source>
        <translation>%1 und %2: zusammen in %3 der Entscheidungen, die einen von beiden wählen; Lift %4</translation>
    </message>
    <message>
        <source>%1 lift</source>
        <translation>%1 Lift</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::PictureActions</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the picture (Ctrl+Shift+C)</source>
        <translation>Das Bild kopieren (Strg+Umschalt+C)</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Save the picture with its settings (Ctrl+S)</source>
        <translation>Das Bild mit seinen Einstellungen speichern (Strg+S)</translation>
    </message>
    <message>
        <source>Use seed</source>
        <translation>Startwert übernehmen</translation>
    </message>
    <message>
        <source>Put the seed of this picture into the form</source>
        <translation>Den Startwert dieses Bildes ins Formular übernehmen</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Star this picture</source>
        <translation>Diesem Bild einen Stern geben</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare with the picture before</source>
        <translation>Mit dem vorigen Bild vergleichen</translation>
    </message>
    <message>
        <source>Open in Routing</source>
        <translation>Im Routing öffnen</translation>
    </message>
    <message>
        <source>See which expert fired where (Ctrl+Shift+R)</source>
        <translation>Sehen, welcher Experte wo gearbeitet hat (Strg+Shift+R)</translation>
    </message>
    <message>
        <source>This picture has no routing capture.</source>
        <translation>Zu diesem Bild gibt es keine Routing-Aufnahme.</translation>
    </message>
    <message>
        <source>Needs a picture with a routing capture.</source>
        <translation>Braucht ein Bild mit Routing-Aufnahme.</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>Den Stern wegnehmen</translation>
    </message>
    <message>
        <source>Needs two pictures.</source>
        <translation>Braucht zwei Bilder.</translation>
    </message>
    <message>
        <source>Copy image</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy without metadata</source>
        <translation>Ohne Metadaten kopieren</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Everything but the seed</source>
        <translation>Alles außer dem Seed</translation>
    </message>
    <message>
        <source>Show in Gallery</source>
        <translation>In der Galerie zeigen</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Datei zeigen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::PlaceChart</name>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>token “%1”</source>
        <translation>Token „%1“</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Render again with maps</source>
        <translation>Mit Karten neu rendern</translation>
    </message>
    <message>
        <source>Click the picture to read the weights at one place.</source>
        <translation>In das Bild klicken, um die Gewichte an einer Stelle zu lesen.</translation>
    </message>
    <message>
        <source>This half has no such token.</source>
        <translation>Diese Hälfte hat kein solches Token.</translation>
    </message>
    <message>
        <source>The map shape of these layers is unknown.</source>
        <translation>Die Kartenform dieser Schichten ist unbekannt.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>%1, the whole render</source>
        <translation>%1, das ganze Rendern</translation>
    </message>
    <message>
        <source>%1 · %2, %3, %4</source>
        <translation>%1 · %2, %3, %4</translation>
    </message>
    <message>
        <source>%1 preferred %2, applied %3</source>
        <translation>%1 bevorzugt %2, angewandt %3</translation>
    </message>
    <message>
        <source>Weights at %1: %2.</source>
        <translation>Gewichte bei %1: %2.</translation>
    </message>
    <message>
        <source>%1 applied</source>
        <translation>%1 angewandt</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>%1 preferred</source>
        <translation>%1 bevorzugt</translation>
    </message>
    <message>
        <source>Preferred</source>
        <translation>Bevorzugt</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Angewandt</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::PlotFrame</name>
    <message>
        <source>%1 as a table</source>
        <translation>%1 als Tabelle</translation>
    </message>
    <message>
        <source>Table instead of plot (Ctrl+T)</source>
        <translation>Tabelle statt Karte (Strg+T)</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Copy the plot as a picture (Ctrl+Shift+C)</source>
        <translation>Das Diagramm als Bild kopieren (Strg+Shift+C)</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 ausgeben</translation>
    </message>
    <message>
        <source>Save the plot or its numbers</source>
        <translation>Das Diagramm oder seine Zahlen speichern</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Abhilfe</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::PlotTableModel</name>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::PreviewView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Wheel zooms, dragging moves, double click switches between fit and 100 %.</source>
        <translation>Das Mausrad vergrößert, Ziehen verschiebt, ein Doppelklick wechselt zwischen Einpassen und 100 %.</translation>
    </message>
    <message>
        <source>%1 by %2 pixels</source>
        <translation>%1 mal %2 Pixel</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ProbePanel</name>
    <message>
        <source>Predict</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>A prompt to try the gates with</source>
        <translation>Ein Prompt, um die Gates auszuprobieren</translation>
    </message>
    <message>
        <source>Probe prompt</source>
        <translation>Probe-Prompt</translation>
    </message>
    <message>
        <source>Which experts would this prompt choose?</source>
        <translation>Welche Experten würde dieser Prompt wählen?</translation>
    </message>
    <message>
        <source>Predict the share of each expert</source>
        <translation>Den Anteil jedes Experten vorhersagen</translation>
    </message>
    <message>
        <source>Predicting…</source>
        <translation>Wird vorhergesagt …</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Expert %1: %2 percent</source>
        <translation>Experte %1: %2 Prozent</translation>
    </message>
    <message>
        <source>Shares are an estimate.</source>
        <translation>Die Anteile sind geschätzt.</translation>
    </message>
    <message>
        <source>Text path (exact): %1. Shares of the other layers are an estimate.</source>
        <translation>Textpfad (genau): %1. Die Anteile der anderen Schichten sind geschätzt.</translation>
    </message>
    <message>
        <source>Out of date: the mix or the prompt has changed since.</source>
        <translation>Veraltet: Mischung oder Prompt wurden seitdem geändert.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ProgressRow</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Skip image</source>
        <translation>Bild überspringen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stop this render (Esc)</source>
        <translation>Diese Bildberechnung abbrechen (Esc)</translation>
    </message>
    <message>
        <source>Leave this image and go on with the next one (Alt+Enter)</source>
        <translation>Dieses Bild lassen und mit dem nächsten weitermachen (Alt+Enter)</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>Cancelling… finishing the current layer</source>
        <translation>Wird abgebrochen … die laufende Schicht wird beendet</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::PromptField</name>
    <message>
        <source>Long prompts are split into parts of 75 tokens; BREAK starts a new part.</source>
        <translation>Lange Prompts werden in Teile von 75 Token zerlegt; BREAK beginnt einen neuen Teil.</translation>
    </message>
    <message>
        <source>%1/%2  %3</source>
        <translation>%1/%2  %3</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n Teil</numerusform>
            <numerusform>%n Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Look for this name among the models</source>
        <translation>Diesen Namen unter den Modellen suchen</translation>
    </message>
    <message>
        <source>No LoRA file called %1 was found in the model folders.</source>
        <translation>In den Modellordnern wurde keine LoRA-Datei namens %1 gefunden.</translation>
    </message>
    <message>
        <source>Find what is missing</source>
        <translation>Fehlendes suchen</translation>
    </message>
    <message>
        <source>No embedding called %1 for this kind of model was found.</source>
        <translation>Es wurde kein Embedding namens %1 für diese Art von Modell gefunden.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::PromptHighlighter</name>
    <message>
        <source>This bracket has no partner.</source>
        <translation>Diese Klammer hat kein Gegenstück.</translation>
    </message>
    <message>
        <source>Kept as plain text in this version.</source>
        <translation>Bleibt in dieser Version einfacher Text.</translation>
    </message>
    <message>
        <source>A new part of 75 tokens starts here.</source>
        <translation>Hier beginnt ein neuer Teil von 75 Token.</translation>
    </message>
    <message>
        <source>LoRA %1, strength %2</source>
        <translation>LoRA %1, Stärke %2</translation>
    </message>
    <message>
        <source>No LoRA file called %1 was found in the model folders.</source>
        <translation>In den Modellordnern wurde keine LoRA-Datei namens %1 gefunden.</translation>
    </message>
    <message>
        <source>Weight %1</source>
        <translation>Gewicht %1</translation>
    </message>
    <message>
        <source>Chosen anew for each picture: %1</source>
        <translation>Für jedes Bild neu gewählt: %1</translation>
    </message>
    <message>
        <source>Embedding %1</source>
        <translation>Embedding %1</translation>
    </message>
    <message>
        <source>No embedding called %1 for this kind of model was found.</source>
        <translation>Es wurde kein Embedding namens %1 für diese Art von Modell gefunden.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::PromptRow</name>
    <message>
        <source>Gate prompt %1 of expert %2</source>
        <translation>Gate-Prompt %1 von Experte %2</translation>
    </message>
    <message>
        <source>Negative gate prompt %1 of expert %2</source>
        <translation>Negativer Gate-Prompt %1 von Experte %2</translation>
    </message>
    <message>
        <source>What this expert should be chosen for.</source>
        <translation>Wofür dieser Experte gewählt werden soll.</translation>
    </message>
    <message>
        <source>Used as negative prompt while the gate is measured, if “Use negatives” is on. Never reaches the text path.</source>
        <translation>Dient beim Messen des Gates als negativer Prompt, wenn „Negative benutzen“ an ist. Erreicht nie den Textpfad.</translation>
    </message>
    <message>
        <source>Weight: %1</source>
        <translation>Gewicht: %1</translation>
    </message>
    <message>
        <source>Weight of this prompt in the expert&apos;s gate. Weights are normalised.</source>
        <translation>Gewicht dieses Prompts im Gate des Experten. Die Gewichte werden normiert.</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Entfernen: %1</translation>
    </message>
    <message>
        <source>Remove prompt</source>
        <translation>Prompt entfernen</translation>
    </message>
    <message>
        <source>+ Gate</source>
        <translation>+ Gate</translation>
    </message>
    <message>
        <source>− Gate</source>
        <translation>− Gate</translation>
    </message>
    <message>
        <source>Drag to another expert</source>
        <translation>Zu einem anderen Experten ziehen</translation>
    </message>
    <message>
        <source>What is this expert for?</source>
        <translation>Wofür ist dieser Experte da?</translation>
    </message>
    <message>
        <source>What must it not be chosen for?</source>
        <translation>Wofür darf er nicht gewählt werden?</translation>
    </message>
    <message>
        <source>Weight +0.1</source>
        <translation>Gewicht +0,1</translation>
    </message>
    <message>
        <source>Weight −0.1</source>
        <translation>Gewicht −0,1</translation>
    </message>
    <message>
        <source>Move to expert</source>
        <translation>Zu Experte verschieben</translation>
    </message>
    <message>
        <source>Turn into negative</source>
        <translation>Zu einem negativen machen</translation>
    </message>
    <message>
        <source>Turn into positive</source>
        <translation>Zu einem positiven machen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::PublishContents</name>
    <message>
        <source>What is published</source>
        <translation>Was veröffentlicht wird</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>README.md of the repository, in Markdown.</source>
        <translation>README.md des Repositorys, in Markdown.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>From the README.md of the folder, which stays as it is.</source>
        <translation>Aus der README.md des Ordners, die bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The folder says nothing about how it was made; write a few words.</source>
        <translation>Der Ordner sagt nicht, wie er entstanden ist; schreiben Sie ein paar Worte.</translation>
    </message>
    <message>
        <source>Made from the recipe. The hashes of the parts are being read.</source>
        <translation>Aus dem Rezept gemacht. Die Prüfsummen der Teile werden gelesen.</translation>
    </message>
    <message>
        <source>Made from the recipe. You may change it here.</source>
        <translation>Aus dem Rezept gemacht. Sie können sie hier ändern.</translation>
    </message>
    <message>
        <source>Files (%1, %2)</source>
        <translation>Dateien (%1, %2)</translation>
    </message>
    <message>
        <source>Reading %1 for its hash…</source>
        <translation>%1 wird für die Prüfsumme gelesen …</translation>
    </message>
    <message>
        <source>Reading %1 for its hash, %2 %</source>
        <translation>%1 wird für die Prüfsumme gelesen, %2 %</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::PublishDialog</name>
    <message>
        <source>Publish “%1” on Hugging Face</source>
        <translation>„%1“ auf Hugging Face veröffentlichen</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was published; what has arrived is not sent again.</source>
        <translation>Abgebrochen. Nichts wurde veröffentlicht; was angekommen ist, wird nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Publishing needs a Hugging Face token with write access.</source>
        <translation>Zum Veröffentlichen braucht es ein Hugging-Face-Token mit Schreibrecht.</translation>
    </message>
    <message>
        <source>The folder is being read.</source>
        <translation>Der Ordner wird gelesen.</translation>
    </message>
    <message>
        <source>The licence of a part does not let the mixture be shared.</source>
        <translation>Die Lizenz eines Teils erlaubt es nicht, die Mischung weiterzugeben.</translation>
    </message>
    <message>
        <source>It is not known yet where this would go.</source>
        <translation>Es ist noch nicht bekannt, wohin das ginge.</translation>
    </message>
    <message>
        <source>This token may only read. Publishing needs one with write access.</source>
        <translation>Dieses Token darf nur lesen. Zum Veröffentlichen braucht es eines mit Schreibrecht.</translation>
    </message>
    <message>
        <source>“%1” is neither your account nor one of your organizations.</source>
        <translation>„%1“ ist weder Ihr Konto noch eine Ihrer Organisationen.</translation>
    </message>
    <message>
        <source>There is a repository of this name. Tick “Publish into it”, or choose another name.</source>
        <translation>Ein Repository dieses Namens gibt es schon. Wählen Sie „Dorthin veröffentlichen“ oder einen anderen Namen.</translation>
    </message>
    <message>
        <source>Look at the licences first, and tick that you may share the mixture.</source>
        <translation>Sehen Sie zuerst die Lizenzen an und bestätigen Sie, dass Sie die Mischung weitergeben dürfen.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Angemeldet als %1.</translation>
    </message>
    <message>
        <source>Signed in as %1; the token may: %2.</source>
        <translation>Angemeldet als %1; das Token darf: %2.</translation>
    </message>
    <message>
        <source>This repository exists and is private. A commit is added to it.</source>
        <translation>Dieses Repository gibt es schon, es ist privat. Ein Commit kommt hinzu.</translation>
    </message>
    <message>
        <source>This repository exists and is public. A commit is added to it.</source>
        <translation>Dieses Repository gibt es schon, es ist öffentlich. Ein Commit kommt hinzu.</translation>
    </message>
    <message>
        <source>A new repository is made.</source>
        <translation>Ein neues Repository wird angelegt.</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation>%1 wird geprüft</translation>
    </message>
    <message>
        <source>Recording the commit…</source>
        <translation>Der Commit wird eingetragen …</translation>
    </message>
    <message>
        <source>Uploading %1: %2 of %3</source>
        <translation>%1 wird hochgeladen: %2 von %3</translation>
    </message>
    <message>
        <source>Everything was published already; no commit was made.</source>
        <translation>Alles war schon veröffentlicht; es gab keinen Commit.</translation>
    </message>
    <message>
        <source>Published %1 files, %2 of them new bytes.</source>
        <translation>%1 Dateien veröffentlicht, %2 davon neu gesendet.</translation>
    </message>
    <message>
        <source>Publish again</source>
        <translation>Noch einmal veröffentlichen</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Asking Hugging Face…</source>
        <translation>Hugging Face wird gefragt …</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>account/name</source>
        <translation>konto/name</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>Where it goes: account/name.</source>
        <translation>Wohin es geht: Konto/Name.</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Only you may see it.</source>
        <translation>Nur Sie dürfen es sehen.</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>Everybody may see it.</source>
        <translation>Alle dürfen es sehen.</translation>
    </message>
    <message>
        <source>Who may see a new repository</source>
        <translation>Wer ein neues Repository sehen darf</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Of the whole; the strictest of the parts is proposed.</source>
        <translation>Des Ganzen; vorgeschlagen wird die strengste der Teile.</translation>
    </message>
    <message>
        <source>Upload with SegMoE Studio</source>
        <translation>Hochgeladen mit SegMoE Studio</translation>
    </message>
    <message>
        <source>Message of the commit</source>
        <translation>Nachricht des Commits</translation>
    </message>
    <message>
        <source>Add token…</source>
        <translation>Token hinzufügen…</translation>
    </message>
    <message>
        <source>Publish into it</source>
        <translation>Dorthin veröffentlichen</translation>
    </message>
    <message>
        <source>I have looked at the licences and may share this mixture</source>
        <translation>Ich habe die Lizenzen angesehen und darf diese Mischung weitergeben</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Hochladen</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Opens the repository in the browser.</source>
        <translation>Öffnet das Repository im Browser.</translation>
    </message>
    <message>
        <source>Cancel or close</source>
        <translation>Abbrechen oder schließen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::QueueDelegate</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Earlier (Alt+Up)</source>
        <translation>Früher (Alt+Auf)</translation>
    </message>
    <message>
        <source>Later (Alt+Down)</source>
        <translation>Später (Alt+Ab)</translation>
    </message>
    <message>
        <source>Run next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Show the picture (Enter)</source>
        <translation>Das Bild zeigen (Enter)</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Show or hide the jobs of this group</source>
        <translation>Die Aufträge dieser Gruppe zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show in Routing</source>
        <translation>In Routing zeigen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::QueueModel</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::QueuePanel</name>
    <message>
        <source>Nothing is waiting.</source>
        <translation>Nichts wartet.</translation>
    </message>
    <message>
        <source>Cancel all waiting</source>
        <translation>Alle wartenden abbrechen</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>Details …</translation>
    </message>
    <message>
        <source>Error details</source>
        <translation>Einzelheiten zum Fehler</translation>
    </message>
    <message>
        <source>Cancel all waiting jobs (Ctrl+Alt+Backspace)</source>
        <translation>Alle wartenden Aufträge abbrechen (Strg+Alt+Rücktaste)</translation>
    </message>
    <message>
        <source>Take ended jobs from the list; pictures stay.</source>
        <translation>Beendete Aufträge aus der Liste nehmen; die Bilder bleiben.</translation>
    </message>
    <message>
        <source>More for the job list</source>
        <translation>Mehr zur Auftragsliste</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Clear failed</source>
        <translation>Gescheiterte entfernen</translation>
    </message>
    <message>
        <source>Retry failed</source>
        <translation>Gescheiterte wiederholen</translation>
    </message>
    <message>
        <source>Export list…</source>
        <translation>Liste ausgeben …</translation>
    </message>
    <message>
        <source>Start first</source>
        <translation>Als Nächstes beginnen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Edit as new</source>
        <translation>Als neuen Auftrag bearbeiten</translation>
    </message>
    <message>
        <source>Copy settings</source>
        <translation>Einstellungen kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Show error details</source>
        <translation>Einzelheiten zum Fehler</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n waiting job(s)?</source>
        <translation>
            <numerusform>%n wartenden Auftrag abbrechen?</numerusform>
            <numerusform>%n wartende Aufträge abbrechen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Export job list</source>
        <translation>Auftragsliste ausgeben</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause queue</source>
        <translation>Warteschlange anhalten</translation>
    </message>
    <message>
        <source>Go on with the waiting jobs.</source>
        <translation>Mit den wartenden Aufträgen weitermachen.</translation>
    </message>
    <message>
        <source>Stop after the present job.</source>
        <translation>Nach dem laufenden Auftrag anhalten.</translation>
    </message>
    <message>
        <source>Show on the Mix page</source>
        <translation>Auf der Seite „Mischen“ zeigen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::QuitDialog</name>
    <message>
        <source>Quit SegMoE Studio</source>
        <translation>SegMoE Studio beenden</translation>
    </message>
    <message numerus="yes">
        <source>A render is running and %n job(s) wait.</source>
        <translation>
            <numerusform>Ein Bild wird gerendert, und %n Auftrag wartet.</numerusform>
            <numerusform>Ein Bild wird gerendert, und %n Aufträge warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>A render is running.</source>
        <translation>Ein Bild wird gerendert.</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>Anhalten und beenden</translation>
    </message>
    <message>
        <source>Quit when done</source>
        <translation>Beenden, wenn fertig</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Waiting jobs are kept and go on at the next start.</source>
        <translation>Wartende Aufträge bleiben erhalten und laufen beim nächsten Start weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%n download(s) are under way.</source>
        <translation>
            <numerusform>%n Download läuft noch.</numerusform>
            <numerusform>%n Downloads laufen noch.</numerusform>
        </translation>
    </message>
    <message>
        <source>What has arrived is kept; downloads go on at the next start.</source>
        <translation>Was angekommen ist, bleibt erhalten; Downloads gehen beim nächsten Start weiter.</translation>
    </message>
    <message>
        <source>An upload to %1 is under way.</source>
        <translation>Ein Hochladen nach %1 läuft.</translation>
    </message>
    <message>
        <source>Nothing is published before the whole upload has arrived; publishing again goes on from there.</source>
        <translation>Veröffentlicht wird erst, wenn alles angekommen ist; beim nächsten Veröffentlichen geht es dort weiter.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RawMetadataDialog</name>
    <message>
        <source>Raw metadata of %1</source>
        <translation>Rohe Metadaten von %1</translation>
    </message>
    <message>
        <source>This file holds no texts.</source>
        <translation>Diese Datei enthält keine Texte.</translation>
    </message>
    <message>
        <source>Other fields</source>
        <translation>Weitere Felder</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RecallController</name>
    <message>
        <source>All settings</source>
        <translation>Alle Einstellungen</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Everything but the seed</source>
        <translation>Alles außer dem Seed</translation>
    </message>
    <message>
        <source>Import image settings</source>
        <translation>Bildeinstellungen übernehmen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>Settings replaced.</source>
        <translation>Einstellungen ersetzt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RecallDialog</name>
    <message>
        <source>applied</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>changed to %1</source>
        <translation>geändert zu %1</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>weggelassen: %1</translation>
    </message>
    <message>
        <source>Recall settings</source>
        <translation>Einstellungen übernehmen</translation>
    </message>
    <message>
        <source>Not everything in this picture can be used as it is.</source>
        <translation>Nicht alles in diesem Bild lässt sich so benutzen, wie es ist.</translation>
    </message>
    <message>
        <source>Read as %1. Not everything can be used as it is.</source>
        <translation>Gelesen als %1. Nicht alles lässt sich so benutzen, wie es ist.</translation>
    </message>
    <message>
        <source>Settings of the picture</source>
        <translation>Einstellungen des Bildes</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Prompt as it was typed</source>
        <translation>Prompt, wie er geschrieben wurde</translation>
    </message>
    <message>
        <source>Prompt as it was rendered</source>
        <translation>Prompt, wie er gerendert wurde</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Apply and get missing</source>
        <translation>Übernehmen und Fehlendes holen</translation>
    </message>
    <message>
        <source>Apply, then look for what is missing.</source>
        <translation>Übernehmen, dann nach Fehlendem suchen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RecentStrip</name>
    <message>
        <source>Last pictures</source>
        <translation>Letzte Bilder</translation>
    </message>
    <message>
        <source>Seed %1: %2</source>
        <translation>Seed %1: %2</translation>
    </message>
    <message>
        <source>The last pictures of this session. Ctrl+click compares, dragging out gives the file.</source>
        <translation>Die letzten Bilder dieser Sitzung. Strg+Klick vergleicht, Herausziehen gibt die Datei.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ReleaseNotices</name>
    <message>
        <source>The early access of “%1” is over: everybody may fetch it now.</source>
        <translation>Der Vorabzugang von „%1“ ist zu Ende: Jetzt kann ihn jeder laden.</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Open model page</source>
        <translation>Modellseite öffnen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RenderHistory</name>
    <message numerus="yes">
        <source>%1 · %2×%3, %n step(s), seed %4</source>
        <translation>
            <numerusform>%1 · %2×%3, %n Schritt, Seed %4</numerusform>
            <numerusform>%1 · %2×%3, %n Schritte, Seed %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RenderPage</name>
    <message>
        <source>Render</source>
        <translation>Rendern</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 gespeichert.</translation>
    </message>
    <message>
        <source>Device: %1</source>
        <translation>Gerät: %1</translation>
    </message>
    <message>
        <source>Done in %1 s.</source>
        <translation>Fertig nach %1 s.</translation>
    </message>
    <message>
        <source>Device: %1, %2</source>
        <translation>Gerät: %1, %2</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Save picture as</source>
        <translation>Bild speichern unter</translation>
    </message>
    <message>
        <source>Use the settings of this picture</source>
        <translation>Die Einstellungen dieses Bildes benutzen</translation>
    </message>
    <message>
        <source>Render with this model</source>
        <translation>Mit diesem Modell rendern</translation>
    </message>
    <message>
        <source>Drop a picture with settings, a model folder, a .safetensors file or a recipe.</source>
        <translation>Ein Bild mit Einstellungen, einen Modellordner, eine .safetensors-Datei oder ein Rezept hierher ziehen.</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>Passt nicht</translation>
    </message>
    <message>
        <source>This needs more memory than is free. Render all the same?</source>
        <translation>Das braucht mehr Speicher, als frei ist. Trotzdem rendern?</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>Einstellungen ändern</translation>
    </message>
    <message>
        <source>Rendered without the LoRA %1: no such file was found.</source>
        <translation>Ohne die LoRA %1 gerendert: eine solche Datei wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>There is no wildcard file for %1.</source>
        <translation>Zu %1 gibt es keine Platzhalterdatei.</translation>
    </message>
    <message>
        <source>%1 could not be moved to the trash.</source>
        <translation>%1 konnte nicht in den Papierkorb verschoben werden.</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.webp)</source>
        <translation>Bilder (*.png *.jpg *.webp)</translation>
    </message>
    <message>
        <source>Moved %1 to the trash.</source>
        <translation>%1 wurde in den Papierkorb gelegt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 could not be taken back from the trash.</source>
        <translation>%1 konnte nicht aus dem Papierkorb zurückgeholt werden.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RequestForm</name>
    <message>
        <source>No effect at CFG 1.</source>
        <translation>Ohne Wirkung bei CFG 1.</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Describe the picture. Ctrl+Up/Down changes the weight of a word.</source>
        <translation>Das Bild beschreiben. Strg+Auf/Ab ändert das Gewicht eines Wortes.</translation>
    </message>
    <message>
        <source>What to keep out. Works through CFG.</source>
        <translation>Was nicht vorkommen soll. Wirkt über CFG.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Negativ</translation>
    </message>
    <message>
        <source>Outside of the sizes this model was trained for; things may repeat.</source>
        <translation>Außerhalb der Größen, für die dieses Modell trainiert wurde; Dinge können sich wiederholen.</translation>
    </message>
    <message>
        <source>Apply recommended</source>
        <translation>Empfohlenes übernehmen</translation>
    </message>
    <message>
        <source>Settings suggested for this model.</source>
        <translation>Einstellungen, die für dieses Modell empfohlen sind.</translation>
    </message>
    <message>
        <source>Seed, and after a job</source>
        <translation>Seed, und nach einem Auftrag</translation>
    </message>
    <message>
        <source>Start image</source>
        <translation>Startbild</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ResultPane</name>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fit the picture into the view (0)</source>
        <translation>Bild in die Ansicht einpassen (0)</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>Show the picture at 100 % (1)</source>
        <translation>Bild mit 100 % zeigen (1)</translation>
    </message>
    <message>
        <source>preview, step %1 of %2</source>
        <translation>Vorschau, Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>%1×%2 · seed %3</source>
        <translation>%1×%2 · Seed %3</translation>
    </message>
    <message>
        <source>%1 · %2 s</source>
        <translation>%1 · %2 s</translation>
    </message>
    <message>
        <source>stopped at step %1</source>
        <translation>angehalten bei Schritt %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Seed %1</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Cancelled. The preview is still here.</source>
        <translation>Abgebrochen. Die Vorschau ist noch da.</translation>
    </message>
    <message>
        <source>Save preview</source>
        <translation>Vorschau speichern</translation>
    </message>
    <message>
        <source>Render again</source>
        <translation>Noch einmal rendern</translation>
    </message>
    <message>
        <source>%1 muted</source>
        <translation>%1 stumm</translation>
    </message>
    <message>
        <source>only %1</source>
        <translation>nur %1</translation>
    </message>
    <message>
        <source>%1 pinned</source>
        <translation>%1 fest</translation>
    </message>
    <message>
        <source>%1 biased</source>
        <translation>%1 mit Neigung</translation>
    </message>
    <message>
        <source>Press Render to render this prompt.</source>
        <translation>„Rendern“ rendert diesen Prompt.</translation>
    </message>
    <message>
        <source>Press %1 to render this prompt.</source>
        <translation>%1 rendert diesen Prompt.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RootList</name>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>kein Zugriff</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n Modell</numerusform>
            <numerusform>%n Modelle</numerusform>
        </translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Ticked folders are shown.</source>
        <translation>Angekreuzte Ordner werden gezeigt.</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder. Files are not moved.</source>
        <translation>Einen Ordner hinzufügen. Dateien werden nicht bewegt.</translation>
    </message>
    <message>
        <source>Folder menu</source>
        <translation>Ordnermenü</translation>
    </message>
    <message>
        <source>Rescan</source>
        <translation>Neu durchsuchen</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Remove from the list (files stay)</source>
        <translation>Aus der Liste nehmen (Dateien bleiben)</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RootsDialog</name>
    <message>
        <source>Use my own models</source>
        <translation>Eigene Modelle benutzen</translation>
    </message>
    <message>
        <source>Looking for folders of other programs…</source>
        <translation>Ordner anderer Programme werden gesucht …</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Ticked folders are added to the library.</source>
        <translation>Angekreuzte Ordner kommen in die Bibliothek.</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Durchsuchen</translation>
    </message>
    <message>
        <source>Files stay where they are. Folders of other programs are only read.</source>
        <translation>Dateien bleiben, wo sie sind. Ordner anderer Programme werden nur gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n model(s), %2</source>
        <comment>program, size</comment>
        <translation>
            <numerusform>%1: %n Modell, %2</numerusform>
            <numerusform>%1: %n Modelle, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Folders of other programs on this computer. Tick what you want to use.</source>
        <translation>Ordner anderer Programme auf diesem Rechner. Ankreuzen, was benutzt werden soll.</translation>
    </message>
    <message>
        <source>No folders of other programs were found. Add the folder where your models are.</source>
        <translation>Es wurden keine Ordner anderer Programme gefunden. Den Ordner hinzufügen, in dem die Modelle liegen.</translation>
    </message>
    <message>
        <source>Add a folder of models</source>
        <translation>Einen Ordner mit Modellen hinzufügen</translation>
    </message>
    <message>
        <source>Your folder</source>
        <translation>Eigener Ordner</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RoutingImageView</name>
    <message>
        <source>Picture with overlay</source>
        <translation>Bild mit Überlagerung</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RoutingJobs</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RoutingMapModel</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>all steps</source>
        <translation>alle Schritte</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 · %4</source>
        <translation>%1 · %2 · %3 · %4</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RoutingMapPlot</name>
    <message>
        <source>Routing map</source>
        <translation>Routing-Karte</translation>
    </message>
    <message>
        <source>score, in spreads from the layer&apos;s mean</source>
        <translation>Neigung, in Streuungen vom Mittel der Schicht</translation>
    </message>
    <message>
        <source>share of steps in which it was chosen</source>
        <translation>Anteil der Schritte, in denen er gewählt wurde</translation>
    </message>
    <message>
        <source>applied weight</source>
        <translation>angewandtes Gewicht</translation>
    </message>
    <message>
        <source>score, in spreads</source>
        <translation>Wertung in Streuungen</translation>
    </message>
    <message>
        <source>share of steps</source>
        <translation>Anteil der Schritte</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RoutingPage</name>
    <message>
        <source>One expert</source>
        <translation>Ein Experte</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>Solo</source>
        <translation>Solo</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>Show in Mix</source>
        <translation>In der Mischung zeigen</translation>
    </message>
    <message>
        <source>Select stage %1</source>
        <translation>Stufe %1 wählen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alle wählen</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Umkehren</translation>
    </message>
    <message>
        <source>Mute %1 here</source>
        <translation>%1 hier stumm schalten</translation>
    </message>
    <message>
        <source>Probe here</source>
        <translation>Diese Stelle lesen</translation>
    </message>
    <message>
        <source>Clear place</source>
        <translation>Stelle aufheben</translation>
    </message>
    <message>
        <source>Copy overlay</source>
        <translation>Überlagerung kopieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ausgeben …</translation>
    </message>
    <message>
        <source>Mute each in turn</source>
        <translation>Jeden der Reihe nach stumm</translation>
    </message>
    <message numerus="yes">
        <source>Render %n picture(s), one without each expert?</source>
        <translation>
            <numerusform>%n Bild rendern, jeweils ohne einen Experten?</numerusform>
            <numerusform>%n Bilder rendern, jeweils ohne einen Experten?</numerusform>
        </translation>
    </message>
    <message>
        <source>Each takes as long as the shown picture did. They wait in the job list.</source>
        <translation>Jedes dauert so lange wie das gezeigte Bild. Sie warten in der Auftragsliste.</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>Rendern</translation>
    </message>
    <message>
        <source>Render with capture</source>
        <translation>Mit Aufnahme rendern</translation>
    </message>
    <message>
        <source>Open capture…</source>
        <translation>Aufnahme öffnen …</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Routing</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>%1 could not be saved (%2).</source>
        <translation>%1 konnte nicht gespeichert werden (%2).</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Anderen Ordner wählen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>This capture cannot be read: %1</source>
        <translation>Diese Aufnahme ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Open another</source>
        <translation>Eine andere öffnen</translation>
    </message>
    <message>
        <source>Reading capture…</source>
        <translation>Aufnahme wird gelesen …</translation>
    </message>
    <message>
        <source>Open capture</source>
        <translation>Aufnahme öffnen</translation>
    </message>
    <message>
        <source>Captures (*.segroute *.safetensors)</source>
        <translation>Aufnahmen (*.segroute *.safetensors)</translation>
    </message>
    <message>
        <source>This capture has other experts or layers and cannot be compared.</source>
        <translation>Diese Aufnahme hat andere Experten oder Schichten und lässt sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>%1 is one model without experts, so there is nothing to route.</source>
        <translation>%1 ist ein einzelnes Modell ohne Experten; es gibt nichts zu verteilen.</translation>
    </message>
    <message>
        <source>Nothing recorded yet. Render one image with routing capture to see which expert fires where.</source>
        <translation>Noch nichts aufgezeichnet. Ein Bild mit Routing-Aufnahme rendern, um zu sehen, welcher Experte wo arbeitet.</translation>
    </message>
    <message>
        <source>Render with a mixture</source>
        <translation>Mit einer Mischung rendern</translation>
    </message>
    <message>
        <source>Make a mixture from it</source>
        <translation>Eine Mischung daraus machen</translation>
    </message>
    <message>
        <source>before · %1</source>
        <translation>vorher · %1</translation>
    </message>
    <message>
        <source>after · %1</source>
        <translation>nachher · %1</translation>
    </message>
    <message>
        <source>Get missing</source>
        <translation>Fehlendes holen</translation>
    </message>
    <message>
        <source>%1: %2 of the pixels changed by more than 8 of 255</source>
        <translation>%1: %2 der Pixel änderten sich um mehr als 8 von 255</translation>
    </message>
    <message>
        <source>%1; load moved mostly to %2 (+%3 points)</source>
        <translation>%1; die Last ging vor allem zu %2 (+%3 Punkte)</translation>
    </message>
    <message>
        <source>This mix has changed since this render.</source>
        <translation>Diese Mischung hat sich seit diesem Bild geändert.</translation>
    </message>
    <message>
        <source>Render again</source>
        <translation>Noch einmal rendern</translation>
    </message>
    <message>
        <source>Render one picture with this mixture first: its experts can be changed here then.</source>
        <translation>Rechnen Sie zuerst ein Bild mit dieser Mischung: Dann lassen sich ihre Experten hier ändern.</translation>
    </message>
    <message>
        <source>The mixture of this capture is put together anew from its models; its gates are measured again.</source>
        <translation>Die Mischung dieser Aufzeichnung wird aus ihren Modellen neu zusammengestellt; ihre Gates werden neu gemessen.</translation>
    </message>
    <message>
        <source>This file does not say which mixture made the capture.</source>
        <translation>Diese Datei sagt nicht, welche Mischung die Aufzeichnung erzeugt hat.</translation>
    </message>
    <message>
        <source>Needs %1.</source>
        <translation>Dafür fehlt %1.</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Where is %1?</source>
        <translation>Wo liegt %1?</translation>
    </message>
    <message>
        <source>Models (*.yaml *.yml *.safetensors model_index.json)</source>
        <translation>Modelle (*.yaml *.yml *.safetensors model_index.json)</translation>
    </message>
    <message>
        <source>This image has no routing capture.</source>
        <translation>Zu diesem Bild gibt es keine Routing-Aufnahme.</translation>
    </message>
    <message>
        <source>Render again with capture</source>
        <translation>Noch einmal mit Aufzeichnung rendern</translation>
    </message>
    <message>
        <source>SegMoE Studio cannot read “%1” files here.</source>
        <translation>SegMoE Studio kann „%1“-Dateien hier nicht lesen.</translation>
    </message>
    <message>
        <source>Compare with this</source>
        <translation>Damit vergleichen</translation>
    </message>
    <message>
        <source>Show its routing</source>
        <translation>Dessen Routing zeigen</translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation>Zoom zurücksetzen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RoutingPanel</name>
    <message>
        <source>Routing</source>
        <translation>Routing</translation>
    </message>
    <message>
        <source>Table instead of plot</source>
        <translation>Tabelle statt Karte</translation>
    </message>
    <message>
        <source>Table instead of plot (Ctrl+T)</source>
        <translation>Tabelle statt Karte (Strg+T)</translation>
    </message>
    <message>
        <source>M mutes, S solos an expert in the next render.</source>
        <translation>M schaltet stumm, S solo, beim nächsten Rendern.</translation>
    </message>
    <message>
        <source>Kind of layer</source>
        <translation>Art der Schicht</translation>
    </message>
    <message>
        <source>Which layers are shown.</source>
        <translation>Welche Schichten gezeigt werden.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Applied weight: used after the choice. Relative score: how much each layer leaned to an expert before choosing.</source>
        <translation>Gewicht: nach der Wahl benutzt. Neigung: wie sehr jede Schicht vor der Wahl zu einem Experten neigte.</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Schichten</translation>
    </message>
    <message>
        <source>Applied weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Relative score</source>
        <translation>Neigung</translation>
    </message>
    <message>
        <source>Routing table</source>
        <translation>Routing-Tabelle</translation>
    </message>
    <message>
        <source>Play steps</source>
        <translation>Schritte abspielen</translation>
    </message>
    <message>
        <source>Play the steps one after another</source>
        <translation>Die Schritte nacheinander abspielen</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Sampling step; left is noise, right is detail.</source>
        <translation>Schritt des Samplers; links Rauschen, rechts Einzelheiten.</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>Alle Schritte</translation>
    </message>
    <message>
        <source>Show the mean over all steps.</source>
        <translation>Den Mittelwert über alle Schritte zeigen.</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Point at a cell to read it.</source>
        <translation>Auf eine Zelle zeigen, um sie zu lesen.</translation>
    </message>
    <message numerus="yes">
        <source>mean of %n step(s)</source>
        <translation>
            <numerusform>Mittel über %n Schritt</numerusform>
            <numerusform>Mittel über %n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>Scores before the choice in %n layer input(s), %1; a dot marks the chosen expert. Bars: mean applied weight.</source>
        <translation>
            <numerusform>Neigungen vor der Wahl in %n Schichteingang, %1; ein Punkt zeigt den gewählten Experten. Balken: mittleres angewandtes Gewicht.</numerusform>
            <numerusform>Neigungen vor der Wahl in %n Schichteingängen, %1; ein Punkt zeigt den gewählten Experten. Balken: mittleres angewandtes Gewicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer input(s), %1. With one active expert the applied weight is the same everywhere; the relative score shows what each layer would have picked.</source>
        <translation>
            <numerusform>%n Schichteingang, %1. Mit einem aktiven Experten ist das angewandte Gewicht überall gleich; die Neigung zeigt, wozu jede Schicht neigte.</numerusform>
            <numerusform>%n Schichteingänge, %1. Mit einem aktiven Experten ist das angewandte Gewicht überall gleich; die Neigung zeigt, wozu jede Schicht neigte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n layer input(s), %1; one choice per layer and step. Bars: mean applied weight.</source>
        <translation>
            <numerusform>%n Schichteingang, %1; eine Wahl je Schicht und Schritt. Balken: mittleres angewandtes Gewicht.</numerusform>
            <numerusform>%n Schichteingänge, %1; eine Wahl je Schicht und Schritt. Balken: mittleres angewandtes Gewicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is one model without experts, so there is nothing to route.</source>
        <translation>%1 ist ein einzelnes Modell ohne Experten; es gibt nichts zu verteilen.</translation>
    </message>
    <message>
        <source>Nothing recorded yet. Render a picture to see which expert each layer chooses at each step.</source>
        <translation>Noch nichts aufgezeichnet. Ein gerendertes Bild zeigt, welchen Experten jede Schicht in jedem Schritt wählt.</translation>
    </message>
    <message>
        <source>Off because the settings reduce motion. The arrow keys go step by step.</source>
        <translation>Aus, weil die Einstellungen Bewegung verringern. Die Pfeiltasten gehen Schritt für Schritt.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::RuleDocument</name>
    <message>
        <source>At least one expert must stay.</source>
        <translation>Mindestens ein Experte muss bleiben.</translation>
    </message>
    <message>
        <source>mute of %1</source>
        <translation>%1 stumm</translation>
    </message>
    <message>
        <source>solo of %1</source>
        <translation>Solo von %1</translation>
    </message>
    <message numerus="yes">
        <source>Only %n expert(s) can be pinned.</source>
        <translation>
            <numerusform>Nur %n Experte kann fest sein.</numerusform>
            <numerusform>Nur %n Experten können fest sein.</numerusform>
        </translation>
    </message>
    <message>
        <source>pin of %1</source>
        <translation>%1 fest</translation>
    </message>
    <message>
        <source>bias of %1</source>
        <translation>Neigung von %1</translation>
    </message>
    <message>
        <source>scope of the rule</source>
        <translation>Bereich der Regel</translation>
    </message>
    <message>
        <source>active experts</source>
        <translation>aktive Experten</translation>
    </message>
    <message numerus="yes">
        <source>At most %n rule(s) are possible.</source>
        <translation>
            <numerusform>Höchstens %n Regel ist möglich.</numerusform>
            <numerusform>Höchstens %n Regeln sind möglich.</numerusform>
        </translation>
    </message>
    <message>
        <source>add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>remove rule</source>
        <translation>Regel entfernen</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>k falls to %1 here.</source>
        <translation>k sinkt hier auf %1.</translation>
    </message>
    <message>
        <source>The text path is chosen once: layers and steps do not matter to it.</source>
        <translation>Der Textpfad wird einmal gewählt: Schichten und Schritte spielen für ihn keine Rolle.</translation>
    </message>
    <message>
        <source>change rule</source>
        <translation>Regel ändern</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::SamplingFields</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>More steps, more time.</source>
        <translation>Mehr Schritte, mehr Zeit.</translation>
    </message>
    <message>
        <source>CFG</source>
        <translation>CFG</translation>
    </message>
    <message>
        <source>How strictly the prompt is followed. 1 turns the negative prompt off and halves the time.</source>
        <translation>Wie streng dem Prompt gefolgt wird. 1 schaltet den negativen Prompt ab und halbiert die Zeit.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>The method that turns noise into a picture.</source>
        <translation>Das Verfahren, das aus Rauschen ein Bild macht.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>%1 has noise levels of its own.</source>
        <translation>%1 hat eigene Rauschstufen.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Records nothing.</source>
        <translation>Zeichnet nichts auf.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Which experts each layer chose. About 0.5 MB.</source>
        <translation>Welche Experten jede Schicht wählte. Etwa 0,5 MB.</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Adds where in the picture. About 37 MB for SDXL at 1024×1024.</source>
        <translation>Dazu, wo im Bild. Etwa 37 MB für SDXL bei 1024×1024.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Maps of every layer&apos;s own size. About 111 MB for SDXL.</source>
        <translation>Karten in der eigenen Größe jeder Schicht. Etwa 111 MB für SDXL.</translation>
    </message>
    <message>
        <source>Use the preset that fits the model</source>
        <translation>Die Voreinstellung benutzen, die zum Modell passt</translation>
    </message>
    <message>
        <source>Images in this job, one after another.</source>
        <translation>Bilder dieses Auftrags, eines nach dem anderen.</translation>
    </message>
    <message>
        <source>Spacing of noise levels. Automatic is what the model was made for.</source>
        <translation>Abstand der Rauschstufen. Automatisch ist das, wofür das Modell gemacht wurde.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Sets steps, CFG, sampler and noise together.</source>
        <translation>Setzt Schritte, CFG, Sampler und Rauschen zusammen.</translation>
    </message>
    <message>
        <source>Routing capture</source>
        <translation>Routing-Aufnahme</translation>
    </message>
    <message>
        <source>Record which expert fires where.</source>
        <translation>Aufzeichnen, welcher Experte wo arbeitet.</translation>
    </message>
    <message>
        <source>One model without experts has nothing to record.</source>
        <translation>Bei einem einzelnen Modell ohne Experten gibt es nichts aufzuzeichnen.</translation>
    </message>
    <message>
        <source>Use %1 preset?</source>
        <translation>Voreinstellung %1 benutzen?</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>Als Voreinstellung speichern …</translation>
    </message>
    <message>
        <source>Remove this preset</source>
        <translation>Diese Voreinstellung entfernen</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>Als Voreinstellung speichern</translation>
    </message>
    <message>
        <source>Name of the preset for these steps, CFG, sampler and noise:</source>
        <translation>Name der Voreinstellung für diese Schritte, CFG, Sampler und Rauschen:</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::SaveMixtureDialog</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Also save the recipe .yaml</source>
        <translation>Auch das Rezept (.yaml) speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save mixture</source>
        <translation>Mischung speichern</translation>
    </message>
    <message>
        <source>Diffusers folder, SegMoE layout</source>
        <translation>diffusers-Ordner, SegMoE-Aufbau</translation>
    </message>
    <message>
        <source>Single .safetensors with recipe inside</source>
        <translation>Eine .safetensors-Datei mit dem Rezept darin</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>As the models are</source>
        <translation>Wie die Modelle sind</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>The size is not known yet.</source>
        <translation>Die Größe ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>About %1.</source>
        <translation>Etwa %1.</translation>
    </message>
    <message>
        <source>Free now %1, after %2.</source>
        <translation>Jetzt frei %1, danach %2.</translation>
    </message>
    <message>
        <source>The original program can open the result.</source>
        <translation>Das ursprüngliche Programm kann das Ergebnis öffnen.</translation>
    </message>
    <message>
        <source>Only SegMoE Studio can open the result: %1.</source>
        <translation>Nur SegMoE Studio kann das Ergebnis öffnen: %1.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Ein Name fehlt.</translation>
    </message>
    <message>
        <source>The folder is not there.</source>
        <translation>Der Ordner ist nicht da.</translation>
    </message>
    <message>
        <source>There is already something of this name in the folder.</source>
        <translation>In dem Ordner gibt es schon etwas mit diesem Namen.</translation>
    </message>
    <message>
        <source>There is not enough space: %1 needed, %2 free.</source>
        <translation>Der Platz reicht nicht: %1 nötig, %2 frei.</translation>
    </message>
    <message>
        <source>Save mixture in</source>
        <translation>Mischung speichern in</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Saved %1 in %2.</source>
        <translation>%1 in %2 gespeichert.</translation>
    </message>
    <message>
        <source>The preview image was cancelled; the mixture is whole.</source>
        <translation>Das Vorschaubild wurde abgebrochen; die Mischung ist vollständig.</translation>
    </message>
    <message>
        <source>The mixture is whole, but it has no preview image. %1</source>
        <translation>Die Mischung ist vollständig, hat aber kein Vorschaubild. %1</translation>
    </message>
    <message>
        <source>Write preview image</source>
        <translation>Vorschaubild schreiben</translation>
    </message>
    <message>
        <source>Write preview image beside the file</source>
        <translation>Vorschaubild neben die Datei schreiben</translation>
    </message>
    <message>
        <source>Write preview image into the folder</source>
        <translation>Vorschaubild in den Ordner schreiben</translation>
    </message>
    <message>
        <source>The last picture that this mixture made.</source>
        <translation>Das letzte Bild, das diese Mischung gemacht hat.</translation>
    </message>
    <message>
        <source>One picture is rendered after saving, without a prompt.</source>
        <translation>Nach dem Speichern wird ein Bild ohne Prompt gerechnet.</translation>
    </message>
    <message>
        <source>One picture is rendered after saving: “%1”</source>
        <translation>Nach dem Speichern wird ein Bild gerechnet: „%1“</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Anderen Ordner wählen …</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::SeedField</name>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>−1 draws a new seed for each picture; the same seed repeats a picture.</source>
        <translation>−1 zieht für jedes Bild einen neuen Seed; derselbe Seed wiederholt ein Bild.</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>Zufälliger Seed</translation>
    </message>
    <message>
        <source>Random (−1)</source>
        <translation>Zufällig (−1)</translation>
    </message>
    <message>
        <source>Last seed</source>
        <translation>Letzter Seed</translation>
    </message>
    <message>
        <source>Use the last seed</source>
        <translation>Den letzten Seed benutzen</translation>
    </message>
    <message>
        <source>After a job</source>
        <translation>Nach einem Auftrag</translation>
    </message>
    <message>
        <source>How the seed changes after queuing.</source>
        <translation>Wie sich der Seed nach dem Einreihen ändert.</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::SettingsPage</name>
    <message>
        <source>Restore defaults of this page</source>
        <translation>Vorgaben dieser Seite wiederherstellen</translation>
    </message>
    <message>
        <source>No setting matches these words.</source>
        <translation>Keine Einstellung passt zu diesen Wörtern.</translation>
    </message>
    <message>
        <source>Changes apply at once. Items marked (restart) apply at the next start.</source>
        <translation>Änderungen gelten sofort. Mit (Neustart) Bezeichnetes gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Eine Einstellung suchen</translation>
    </message>
    <message>
        <source>Find a setting…</source>
        <translation>Eine Einstellung suchen …</translation>
    </message>
    <message>
        <source>%1 (restart)</source>
        <translation>%1 (Neustart)</translation>
    </message>
    <message>
        <source>Found settings</source>
        <translation>Gefundene Einstellungen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ShortcutModel</name>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ShortcutSection</name>
    <message>
        <source>Key set</source>
        <translation>Tastensatz</translation>
    </message>
    <message>
        <source>Keys as in another program.</source>
        <translation>Tasten wie in einem anderen Programm.</translation>
    </message>
    <message>
        <source>Own keys</source>
        <translation>Eigene Tasten</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Press the new key.</source>
        <translation>Die neue Taste drücken.</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>The action has no key then.</source>
        <translation>Die Aktion hat dann keine Taste.</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>The key of the delivered program.</source>
        <translation>Die Taste des ausgelieferten Programms.</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>Neu zuordnen</translation>
    </message>
    <message>
        <source>Take the key away from the other action.</source>
        <translation>Der anderen Aktion die Taste nehmen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 is already used by %2.</source>
        <translation>%1 gehört schon zu „%2“.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ShortcutsDialog</name>
    <message>
        <source>Help and keys</source>
        <translation>Hilfe und Tasten</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Tasten ändern …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::SizeField</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Sizes this architecture was trained for.</source>
        <translation>Größen, für die diese Architektur trainiert wurde.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Width in pixels, a multiple of 8; multiples of 64 are safest.</source>
        <translation>Breite in Pixeln, ein Vielfaches von 8; Vielfache von 64 sind am sichersten.</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Height in pixels, a multiple of 8; multiples of 64 are safest.</source>
        <translation>Höhe in Pixeln, ein Vielfaches von 8; Vielfache von 64 sind am sichersten.</translation>
    </message>
    <message>
        <source>Swap width and height</source>
        <translation>Breite und Höhe tauschen</translation>
    </message>
    <message>
        <source>Swap width and height (Ctrl+Shift+X)</source>
        <translation>Breite und Höhe tauschen (Strg+Shift+X)</translation>
    </message>
    <message>
        <source>%1×%2</source>
        <translation>%1×%2</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::SourceList</name>
    <message>
        <source>Find models</source>
        <translation>Modelle suchen</translation>
    </message>
    <message>
        <source>Filter by name, tag or trigger word.</source>
        <translation>Nach Name, Schlagwort oder Auslösewort filtern.</translation>
    </message>
    <message>
        <source>Only models that fit</source>
        <translation>Nur passende Modelle</translation>
    </message>
    <message>
        <source>Hide models of other architectures.</source>
        <translation>Modelle anderer Architekturen verbergen.</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Checkpoints</translation>
    </message>
    <message>
        <source>LoRA</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Enter adds an expert, Ctrl+Enter sets the base.</source>
        <translation>Enter fügt einen Experten hinzu, Strg+Enter setzt die Basis.</translation>
    </message>
    <message>
        <source>Search hubs…</source>
        <translation>Im Netz suchen …</translation>
    </message>
    <message>
        <source>Search hubs</source>
        <translation>Im Netz suchen</translation>
    </message>
    <message>
        <source>Find more models online.</source>
        <translation>Weitere Modelle im Netz finden.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose model folders.</source>
        <translation>Modellordner wählen.</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Only what fits</source>
        <translation>Nur was passt</translation>
    </message>
    <message>
        <source>Add as expert</source>
        <translation>Als Experte hinzufügen</translation>
    </message>
    <message>
        <source>Set as base</source>
        <translation>Als Basis nehmen</translation>
    </message>
    <message>
        <source>Add as LoRA to</source>
        <translation>Als LoRA hinzufügen zu</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Show file</source>
        <translation>Datei zeigen</translation>
    </message>
    <message>
        <source>Show in Library</source>
        <translation>In der Bibliothek zeigen</translation>
    </message>
    <message>
        <source>Model page</source>
        <translation>Seite des Modells</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::SourceModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>LoRA %1  %2  %3</source>
        <translation>LoRA %1  %2  %3</translation>
    </message>
    <message>
        <source>%1  %2  %3</source>
        <translation>%1  %2  %3</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::SpreadChart</name>
    <message>
        <source>Spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>applied weight</source>
        <translation>angewandtes Gewicht</translation>
    </message>
    <message>
        <source>Render again with maps</source>
        <translation>Mit Karten neu rendern</translation>
    </message>
    <message>
        <source>With one active expert the applied weight is the same everywhere.</source>
        <translation>Mit einem aktiven Experten ist das angewandte Gewicht überall gleich.</translation>
    </message>
    <message>
        <source>%1 over the places, %2, %3; box = middle half, line = median</source>
        <translation>%1 über die Stellen, %2, %3; Kasten = mittlere Hälfte, Linie = Median</translation>
    </message>
    <message>
        <source>%1 is not chosen in these layers.</source>
        <translation>%1 wird in diesen Schichten nicht gewählt.</translation>
    </message>
    <message>
        <source>Spread of the weight of %1 over the places. Widest in %2: %3 to %4.</source>
        <translation>Streuung des Gewichts von %1 über die Stellen. Am weitesten in %2: %3 bis %4.</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Kleinste</translation>
    </message>
    <message>
        <source>Lower quartile</source>
        <translation>Unteres Quartil</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Upper quartile</source>
        <translation>Oberes Quartil</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größte</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::StabilityChart</name>
    <message>
        <source>Stability</source>
        <translation>Beständigkeit</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>percent of decisions</source>
        <translation>Prozent der Entscheidungen</translation>
    </message>
    <message>
        <source>as in the last step</source>
        <translation>wie im letzten Schritt</translation>
    </message>
    <message>
        <source>changed since the step before</source>
        <translation>seit dem Schritt davor geändert</translation>
    </message>
    <message>
        <source>changed by rules</source>
        <translation>durch Regeln geändert</translation>
    </message>
    <message>
        <source>chosen sets, %1, %2</source>
        <translation>gewählte Mengen, %1, %2</translation>
    </message>
    <message>
        <source>From step %1 of %2 on, nine of ten decisions are as in the last step.</source>
        <translation>Ab Schritt %1 von %2 sind neun von zehn Entscheidungen wie im letzten Schritt.</translation>
    </message>
    <message>
        <source>Step %1: %2 as in the last step</source>
        <translation>Schritt %1: %2 wie im letzten Schritt</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>%1 changed by rules</source>
        <translation>%1 durch Regeln geändert</translation>
    </message>
    <message>
        <source>As in the last step</source>
        <translation>Wie im letzten Schritt</translation>
    </message>
    <message>
        <source>Changed since the step before</source>
        <translation>Seit dem Schritt davor geändert</translation>
    </message>
    <message>
        <source>Changed by rules</source>
        <translation>Durch Regeln geändert</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::StartBar</name>
    <message>
        <source>First</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>Rendern</translation>
    </message>
    <message>
        <source>Render first</source>
        <translation>Zuerst rendern</translation>
    </message>
    <message>
        <source>More ways to render</source>
        <translation>Weitere Arten zu rendern</translation>
    </message>
    <message>
        <source>Earlier settings</source>
        <translation>Frühere Einstellungen</translation>
    </message>
    <message>
        <source>Render forever</source>
        <translation>Immer weiter rendern</translation>
    </message>
    <message>
        <source>Queues again whenever nothing waits, until it is switched off.</source>
        <translation>Stellt sich wieder an, sobald nichts wartet, bis es abgeschaltet wird.</translation>
    </message>
    <message>
        <source>Grid…</source>
        <translation>Raster …</translation>
    </message>
    <message>
        <source>Nothing was rendered yet.</source>
        <translation>Noch wurde nichts gerendert.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Einreihen</translation>
    </message>
    <message>
        <source>Rendering forever</source>
        <translation>Rendert immer weiter</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>An die Warteschlange anhängen</translation>
    </message>
    <message>
        <source>Render before everything that waits</source>
        <translation>Vor allem Wartenden rendern</translation>
    </message>
    <message>
        <source>Get models and render</source>
        <translation>Modelle holen und rendern</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::StartImageBox</name>
    <message>
        <source>Last picture</source>
        <translation>Letztes Bild</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Edit mask…</source>
        <translation>Maske bearbeiten …</translation>
    </message>
    <message>
        <source>No mask</source>
        <translation>Keine Maske</translation>
    </message>
    <message>
        <source>Only masked part, with a margin</source>
        <translation>Nur der maskierte Teil, mit Rand</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Beschneiden</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Strecken</translation>
    </message>
    <message>
        <source>Take the picture that is shown.</source>
        <translation>Das gezeigte Bild nehmen.</translation>
    </message>
    <message>
        <source>Clear start image</source>
        <translation>Startbild entfernen</translation>
    </message>
    <message>
        <source>Render without a start image.</source>
        <translation>Ohne Startbild rendern.</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>0 keeps the picture, 1 replaces it.</source>
        <translation>0 behält das Bild, 1 ersetzt es.</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>How the picture is brought to the size of the render.</source>
        <translation>Wie das Bild auf die Größe des Renderns gebracht wird.</translation>
    </message>
    <message>
        <source>Edit mask</source>
        <translation>Maske bearbeiten</translation>
    </message>
    <message>
        <source>Paint the part to make anew.</source>
        <translation>Den Teil malen, der neu entstehen soll.</translation>
    </message>
    <message>
        <source>Change the whole picture.</source>
        <translation>Das ganze Bild ändern.</translation>
    </message>
    <message>
        <source>Render the masked part alone at full size, then put it back.</source>
        <translation>Nur den maskierten Teil in voller Größe rendern und wieder einsetzen.</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Weichzeichnen</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Masked content</source>
        <translation>Unter der Maske</translation>
    </message>
    <message>
        <source>What lies under the mask when sampling begins.</source>
        <translation>Was unter der Maske liegt, wenn das Sampling beginnt.</translation>
    </message>
    <message>
        <source>Soft edge</source>
        <translation>Weicher Rand</translation>
    </message>
    <message>
        <source>Blur of the mask&apos;s edge.</source>
        <translation>Weichheit des Maskenrandes.</translation>
    </message>
    <message>
        <source>Margin around the masked part</source>
        <translation>Rand um den maskierten Teil</translation>
    </message>
    <message>
        <source>%1 is not a readable image.</source>
        <translation>%1 ist kein lesbares Bild.</translation>
    </message>
    <message>
        <source>pasted picture</source>
        <translation>eingefügtes Bild</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Choose start image</source>
        <translation>Startbild wählen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::StartNotices</name>
    <message>
        <source>This starter mixture is small and draws simple pictures, so that every page works at once. Add full-size models to paint anything.</source>
        <translation>Diese Startmischung ist klein und zeichnet einfache Bilder, damit jede Seite sofort benutzbar ist. Mit Modellen in voller Größe lässt sich alles malen.</translation>
    </message>
    <message>
        <source>Use my own models…</source>
        <translation>Eigene Modelle benutzen …</translation>
    </message>
    <message>
        <source>No supported GPU was found. Rendering uses the CPU.</source>
        <translation>Keine unterstützte GPU gefunden. Gerendert wird auf der CPU.</translation>
    </message>
    <message>
        <source>Device settings</source>
        <translation>Geräteeinstellungen</translation>
    </message>
    <message numerus="yes">
        <source>SegMoE Studio closed unexpectedly. Your mix and %n queued job(s) were kept.</source>
        <translation>
            <numerusform>SegMoE Studio wurde unerwartet beendet. Die Mischung und %n wartender Auftrag sind erhalten.</numerusform>
            <numerusform>SegMoE Studio wurde unerwartet beendet. Die Mischung und %n wartende Aufträge sind erhalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>SegMoE Studio closed unexpectedly. Your mix was kept.</source>
        <translation>SegMoE Studio wurde unerwartet beendet. Die Mischung ist erhalten.</translation>
    </message>
    <message>
        <source>Restore queue</source>
        <translation>Warteschlange wiederherstellen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>SegMoE Studio closed unexpectedly. %n queued job(s) were kept.</source>
        <translation>
            <numerusform>SegMoE Studio wurde unerwartet beendet. %n wartender Auftrag wurde behalten.</numerusform>
            <numerusform>SegMoE Studio wurde unerwartet beendet. %n wartende Aufträge wurden behalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show mix</source>
        <translation>Mischung zeigen</translation>
    </message>
    <message>
        <source>You are offline. Models on disk still work.</source>
        <translation>Sie sind offline. Modelle auf der Platte gehen weiterhin.</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Online gehen</translation>
    </message>
    <message>
        <source>Find models…</source>
        <translation>Modelle suchen…</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>einer Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>einer Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>No supported GPU was found. Rendering uses the CPU: about %1 per image at these settings.</source>
        <translation>Es wurde keine unterstützte GPU gefunden. Gerechnet wird auf der CPU: mit etwa %1 je Bild bei diesen Einstellungen.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::StatusMeter</name>
    <message>
        <source>%1 %2 of %3 GB</source>
        <translation>%1 %2 von %3 GB</translation>
    </message>
    <message>
        <source>Used by this program %1 GB, by others %2 GB, free %3 GB.</source>
        <translation>Von diesem Programm belegt %1 GB, von anderen %2 GB, frei %3 GB.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::StatusStrip</name>
    <message>
        <source>Loading the engine…</source>
        <translation>Rechenkern wird geladen …</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Device used for rendering. Click to change.</source>
        <translation>Gerät, auf dem gerendert wird. Klicken, um es zu wechseln.</translation>
    </message>
    <message>
        <source>Loaded models</source>
        <translation>Geladene Modelle</translation>
    </message>
    <message>
        <source>What is loaded and how to free it.</source>
        <translation>Was geladen ist und wie es sich freigeben lässt.</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Show or hide the job list (Ctrl+J)</source>
        <translation>Die Auftragsliste zeigen oder verbergen (Strg+J)</translation>
    </message>
    <message>
        <source>Progress of the running job</source>
        <translation>Fortschritt des laufenden Auftrags</translation>
    </message>
    <message>
        <source>No model loaded</source>
        <translation>Kein Modell geladen</translation>
    </message>
    <message>
        <source>Jobs: none</source>
        <translation>Aufträge: keine</translation>
    </message>
    <message>
        <source>Jobs: paused, %1 waiting</source>
        <translation>Aufträge: angehalten, %1 warten</translation>
    </message>
    <message>
        <source>Jobs: 1 running, %1 waiting</source>
        <translation>Aufträge: 1 läuft, %1 warten</translation>
    </message>
    <message>
        <source>Jobs: 1 running</source>
        <translation>Aufträge: 1 läuft</translation>
    </message>
    <message>
        <source>Jobs: %1 waiting</source>
        <translation>Aufträge: %1 warten</translation>
    </message>
    <message>
        <source>Models %1: %2</source>
        <translation>Modelle %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n download(s)</source>
        <translation>
            <numerusform>%1, %n Download</numerusform>
            <numerusform>%1, %n Downloads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Jobs: %n download(s)</source>
        <translation>
            <numerusform>Aufträge: %n Download</numerusform>
            <numerusform>Aufträge: %n Downloads</numerusform>
        </translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>RAM</source>
        <translation>RAM</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Hub access. Click to work offline or online.</source>
        <translation>Zugang zu den Modellseiten. Klicken, um offline oder online zu arbeiten.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::StepBar</name>
    <message>
        <source>All steps</source>
        <translation>Alle Schritte</translation>
    </message>
    <message>
        <source>Play steps</source>
        <translation>Schritte abspielen</translation>
    </message>
    <message>
        <source>Play the steps one after another (Space)</source>
        <translation>Die Schritte nacheinander abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Sampling step; left is noise, right is detail.</source>
        <translation>Schritt des Samplers; links Rauschen, rechts Einzelheiten.</translation>
    </message>
    <message>
        <source>Step number</source>
        <translation>Nummer des Schritts</translation>
    </message>
    <message>
        <source>Show the mean over all steps (A).</source>
        <translation>Das Mittel über alle Schritte zeigen (A).</translation>
    </message>
    <message>
        <source> / %1</source>
        <translation> / %1</translation>
    </message>
    <message>
        <source>noise level %1</source>
        <translation>Rauschstufe %1</translation>
    </message>
    <message>
        <source>Timestep of the sampler: 999 is pure noise, 0 is the picture.</source>
        <translation>Zeitpunkt des Samplers: 999 ist reines Rauschen, 0 ist das Bild.</translation>
    </message>
    <message>
        <source>Off because the settings reduce motion. The arrow keys go step by step.</source>
        <translation>Aus, weil die Einstellungen Bewegung verringern. Die Pfeiltasten gehen Schritt für Schritt.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::ToastArea</name>
    <message>
        <source>Close this notice</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::TokenDialog</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Access tokens</source>
        <translation>Zugangstoken</translation>
    </message>
    <message>
        <source>A token opens gated and private models and lets you publish. It is sent to its own site only, and it never appears in files, logs or pictures.</source>
        <translation>Ein Token öffnet geschützte und private Modelle und erlaubt das Veröffentlichen. Es geht nur an seine eigene Seite und erscheint nie in Dateien, Protokollen oder Bildern.</translation>
    </message>
    <message>
        <source>Paste a token first.</source>
        <translation>Fügen Sie zuerst ein Token ein.</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
    <message>
        <source>No keychain was found. Keep the token until the program closes?</source>
        <translation>Es wurde kein Schlüsselbund gefunden. Das Token behalten, bis das Programm endet?</translation>
    </message>
    <message>
        <source>This is about the token of %1.</source>
        <translation>Es geht um das Token von %1.</translation>
    </message>
    <message>
        <source>A private file can be read by you alone, and the command line uses it too.</source>
        <translation>Eine private Datei können nur Sie lesen; auch die Befehlszeile benutzt sie.</translation>
    </message>
    <message>
        <source>The keychain says: %1</source>
        <translation>Der Schlüsselbund sagt: %1</translation>
    </message>
    <message>
        <source>Keep for now</source>
        <translation>Vorerst behalten</translation>
    </message>
    <message>
        <source>Store in a private file</source>
        <translation>In einer privaten Datei ablegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::TokenGroup</name>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Where do I get this?</source>
        <translation>Woher bekomme ich das?</translation>
    </message>
    <message>
        <source>Token of %1</source>
        <translation>Token von %1</translation>
    </message>
    <message>
        <source>Show the token of %1</source>
        <translation>Token von %1 anzeigen</translation>
    </message>
    <message>
        <source>Check the token of %1</source>
        <translation>Token von %1 prüfen</translation>
    </message>
    <message>
        <source>Ask %1 whose token this is.</source>
        <translation>Fragt %1, wem dieses Token gehört.</translation>
    </message>
    <message>
        <source>Remove the token of %1</source>
        <translation>Token von %1 entfernen</translation>
    </message>
    <message>
        <source>Forget it, wherever this program keeps it.</source>
        <translation>Vergisst es, wo immer dieses Programm es aufbewahrt.</translation>
    </message>
    <message>
        <source>Where do I get a token of %1?</source>
        <translation>Woher bekomme ich ein Token von %1?</translation>
    </message>
    <message>
        <source>Opens the page in the browser.</source>
        <translation>Öffnet die Seite im Browser.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>Hide what was typed.</source>
        <translation>Eingabe verbergen.</translation>
    </message>
    <message>
        <source>Show what was typed.</source>
        <translation>Eingabe anzeigen.</translation>
    </message>
    <message>
        <source>No token: only public models can be fetched.</source>
        <translation>Kein Token: Nur öffentliche Modelle können geholt werden.</translation>
    </message>
    <message>
        <source>A token is in the system&apos;s keychain.</source>
        <translation>Ein Token liegt im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>A token is kept until the program closes.</source>
        <translation>Ein Token wird behalten, bis das Programm endet.</translation>
    </message>
    <message>
        <source>A token is in a file that only you can read.</source>
        <translation>Ein Token liegt in einer Datei, die nur Sie lesen können.</translation>
    </message>
    <message>
        <source>Set by the environment (%1). Change it there.</source>
        <translation>Durch die Umgebung gesetzt (%1). Ändern Sie es dort.</translation>
    </message>
    <message>
        <source>The token of the Hugging Face tools is used. A token here goes before it.</source>
        <translation>Das Token der Hugging-Face-Werkzeuge wird benutzt. Ein Token hier geht ihm vor.</translation>
    </message>
    <message>
        <source>For %1, and for no other server.</source>
        <translation>Für %1 und für keinen anderen Server.</translation>
    </message>
    <message>
        <source>set by environment</source>
        <translation>durch die Umgebung gesetzt</translation>
    </message>
    <message>
        <source>Paste another token to replace it</source>
        <translation>Anderes Token einfügen, um es zu ersetzen</translation>
    </message>
    <message>
        <source>Paste your API key</source>
        <translation>API-Schlüssel einfügen</translation>
    </message>
    <message>
        <source>Paste your token (hf_…)</source>
        <translation>Token einfügen (hf_…)</translation>
    </message>
    <message>
        <source>Works, signed in as %1.</source>
        <translation>Funktioniert, angemeldet als %1.</translation>
    </message>
    <message>
        <source>This token may only read: publishing needs one with write access.</source>
        <translation>Dieses Token darf nur lesen: Zum Veröffentlichen braucht es eines mit Schreibrecht.</translation>
    </message>
    <message>
        <source>Not accepted. Copy it once more from your account.</source>
        <translation>Nicht angenommen. Kopieren Sie es noch einmal aus Ihrem Konto.</translation>
    </message>
    <message>
        <source>%1 knows this token, but it may not say whose it is. Downloads may work all the same.</source>
        <translation>%1 kennt dieses Token, es darf aber nicht sagen, wem es gehört. Das Herunterladen kann trotzdem gehen.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::TokenStrip</name>
    <message>
        <source>Text path</source>
        <translation>Textpfad</translation>
    </message>
    <message>
        <source>This mixture does not route the text.</source>
        <translation>Diese Mischung verteilt den Text nicht.</translation>
    </message>
    <message>
        <source>This capture does not hold the text path.</source>
        <translation>Diese Aufnahme enthält den Textpfad nicht.</translation>
    </message>
    <message>
        <source>chosen for the whole render: %1 · %2</source>
        <translation>für das ganze Rendern gewählt: %1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>Text path of %n token(s). Chosen for the whole render: %1.</source>
        <translation>
            <numerusform>Textpfad mit %n Token. Für das ganze Rendern gewählt: %1.</numerusform>
            <numerusform>Textpfad mit %n Token. Für das ganze Rendern gewählt: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 weight %2, preferred %3</source>
        <translation>%1 Gewicht %2, bevorzugt %3</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>%1 preferred</source>
        <translation>%1 bevorzugt</translation>
    </message>
    <message>
        <source>%1 applied</source>
        <translation>%1 angewandt</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::VaeField</name>
    <message>
        <source>VAE</source>
        <translation>VAE</translation>
    </message>
    <message>
        <source>Turns the result into pixels. Another VAE than the model&apos;s own may give clearer colours; it must be made for the same kind of model.</source>
        <translation>Macht aus dem Ergebnis Bildpunkte. Ein anderer VAE als der des Modells kann klarere Farben geben; er muss für dieselbe Art von Modell gemacht sein.</translation>
    </message>
    <message>
        <source>As in model</source>
        <translation>Wie im Modell</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Choose a VAE</source>
        <translation>VAE wählen</translation>
    </message>
    <message>
        <source>VAE (*.safetensors)</source>
        <translation>VAE (*.safetensors)</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::WindowActions</name>
    <message>
        <source>About SegMoE Studio</source>
        <translation>Über SegMoE Studio</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::WindowDocks</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::YamlEdit</name>
    <message>
        <source>Recipe as YAML</source>
        <translation>Rezept als YAML</translation>
    </message>
    <message>
        <source>A click on a line selects the card it belongs to.</source>
        <translation>Ein Klick auf eine Zeile wählt die Karte, zu der sie gehört.</translation>
    </message>
</context>
<context>
    <name>segmoe::ui::YamlView</name>
    <message>
        <source>Changes since saved</source>
        <translation>Änderungen seit dem Speichern</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ausgeben …</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Compare with the last saved recipe.</source>
        <translation>Mit dem zuletzt gespeicherten Rezept vergleichen.</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
</context>
</TS>
