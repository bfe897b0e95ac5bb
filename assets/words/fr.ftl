# The words of kiosque in French.

language-name = Français

## numbers and dates

number-group = {"\u202F"}
number-decimal = {","}
list-separator = {", "}
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
date-long = { $weekday } { $day } { $month } { $year }
date-medium = { $day } { $month } { $year }
# Forms of strftime.
date-short = %d.%m.%y
date-day = %d.%m
clock-today = %H:%M
clock-this-year = %d.%m. %H:%M
clock-other-year = %d.%m.%y %H:%M

## words for things

did-you-mean = {" "}(vouliez-vous dire `{ $near }` ?)
article-count = { $n ->
    [one] { $n } article
   *[other] { $n } articles
}
word-count = { $n ->
    [one] { $n } mot
   *[other] { $n } mots
}
# Words that are not ours: the message of a library, of the system.
verbatim = { $text }

## text and corpus

## ingest

ingest-as-declared = comme il le déclare
ingest-as-guessed = une supposition d'après ses octets
ingest-attachments = { $n ->
    [one] a { $n } pièce jointe, non lue.
   *[other] a { $n } pièces jointes, non lues.
}
ingest-binary = est binaire, non un texte ; il a été sauté.
ingest-by-mark = sa marque d'ordre
ingest-by-zeroes = la place de ses octets nuls, une supposition
ingest-bytes = { $n } octets
ingest-bytes-broken = contient des octets qui ne sont pas en { $encoding }, montrés comme U+FFFD.
ingest-cells = { $n ->
    [one] contient { $n } cellule hors d'UTF-8, dont l'encodage a été deviné.
   *[other] contient { $n } cellules hors d'UTF-8, dont l'encodage a été deviné.
}
ingest-chapter-broken = n'a pu être lu : { $reason } ; le chapitre a été sauté.
ingest-controls = { $n ->
    [one] contenait 1 caractère de commande, montré par un signe (␛) ou U+FFFD.
   *[other] contenait { $n } caractères de commande, montrés par un signe (␛) ou U+FFFD.
}
ingest-cut = dépasse la limite de { $limit } ; le reste n'a pas été lu.
ingest-decoded = a été décodé de { $encoding } : l'encodage découle de { $how }.
ingest-empty = est vide ; rien n'a été lu.
ingest-epub-broken = est un EPUB illisible : { $reason } ; il a été sauté.
ingest-epub-no-package = il ne nomme aucun fichier de paquet
ingest-feed-broken = ressemble à un flux mais n'a pu être analysé : { $reason } ; il a été sauté.
ingest-feed-empty = est un flux sans entrée ; rien n'a été lu.
ingest-foreign = est { $what }, non un texte ; il a été sauté.
ingest-json-broken = cesse d'être du JSON après { $n } enregistrements : { $reason } ; la suite n'a pas été lue.
ingest-json-list = une liste
ingest-json-long = est une seule valeur JSON de plus de { $limit } Mo, la limite ; elle n'a pas été lue.
ingest-json-not = commence comme du JSON mais n'en est pas (ligne { $line }) ; lu comme texte.
ingest-json-null = null
ingest-json-string = une chaîne seule
ingest-json-value = une valeur seule
ingest-kind-bitmap = une image bitmap
ingest-kind-bzip2 = une archive bzip2
ingest-kind-film = un fichier de film
ingest-kind-film-or-picture = un fichier de film ou d'image
ingest-kind-font = une police de caractères
ingest-kind-gif = une image GIF
ingest-kind-jpeg = une image JPEG
ingest-kind-office = un ancien fichier Office
ingest-kind-pdf = un PDF
ingest-kind-png = une image PNG
ingest-kind-program = un programme
ingest-kind-rar = une archive RAR
ingest-kind-riff = un fichier de son, d'image ou de film
ingest-kind-seven-zip = une archive 7z
ingest-kind-sound = un fichier de son
ingest-kind-sqlite = une base SQLite
ingest-kind-tiff = une image TIFF
ingest-kind-xz = une archive xz
ingest-kind-zip = une archive zip ou un fichier Office
ingest-line-broken = la ligne { $line } n'est pas du JSON ({ $reason }, colonne { $column }) ; elle a été sautée.
ingest-line-long = la ligne { $line } dépasse la limite de { $limit } Mo ; elle a été sautée.
ingest-links = { $n ->
    [one] est une liste de { $n } lien ; sa page n'a pas été cherchée.
   *[other] est une liste de { $n } liens ; leurs pages n'ont pas été cherchées.
}
ingest-mail-broken = ressemble à un courriel mais n'a pu être analysé ; il a été sauté.
ingest-mail-cut = dépasse la limite de { $limit } Mo ; le reste du message n'a pas été lu.
ingest-mail-empty = est un courriel sans texte ; il a été sauté.
ingest-megabytes = { $n } Mo
ingest-mixed = { $n ->
    [one] mêle les encodages : de l'UTF-8 avec un endroit autrement, lu comme Windows-1252.
   *[other] mêle les encodages : de l'UTF-8 avec { $n } endroits autrement, lus comme Windows-1252.
}
ingest-mojibake = contient { $n } traces d'UTF-8 lu autrefois comme Windows-1252 (comme « Ã© » pour « é ») ; laissées telles quelles.
ingest-more-lines = a { $n } autres lignes qui n'ont pu être lues ; elles ont été sautées.
ingest-more-records = a { $n } autres enregistrements qui n'ont pu être lus ; ils ont été sautés.
ingest-more-rows = a { $n } autres lignes qui n'ont pu être lues ; elles ont été sautées.
ingest-name-columns = nommez les colonnes, comme --fields title=titre,text=contenu
ingest-name-fields = nommez les champs, comme --fields title=titre,text=contenu
ingest-no-column = n'a pas de colonne connue comme titre ou texte ; il a été sauté.
ingest-no-field = n'a ni titre ni texte dans un champ connu ; l'enregistrement a été sauté.
ingest-not-record = est { $what } là où l'on attendait une ligne ou un enregistrement à champs ; sauté.
ingest-not-utf8 = n'est pas en UTF-8 et a été décodé de { $encoding }, { $how }.
ingest-packed = est comprimé avec « { $how } », qui ne peut être décomprimé ; il a été sauté.
ingest-row-long = une ligne dépasse la limite, peut-être pour un guillemet jamais fermé
ingest-short-pages = { $n ->
    [one] contient { $n } page de moins de { $words } mots, sautée.
   *[other] contient { $n } pages de moins de { $words } mots, sautées.
}
ingest-stopped = n'a pu être lu jusqu'au bout : { $reason }.
ingest-surrogate = contenait une demi-paire de substitution, montrée comme U+FFFD.
ingest-table-broken = cesse d'être un tableau : { $reason } ; la suite n'a pas été lue.
ingest-too-deep = emboîte trop ses éléments ; les plus profonds sont lus comme un seul.
ingest-too-large = dépasse la limite de { $limit } Mo pour ce genre de fichier ; il n'a pas été lu.
ingest-utf16-broken = contient de l'UTF-16 abîmé, montré comme U+FFFD.
ingest-utf32 = a été décodé d'UTF-32 : l'encodage découle de sa marque d'ordre.
ingest-utf8-cut = est coupé dans un caractère UTF-8 ; le caractère abîmé est montré comme U+FFFD.
ingest-utf8-mark = commence par une marque d'ordre UTF-8, qui a été ôtée.
ingest-warc-no-length = un enregistrement n'a pas de longueur
ingest-warc-no-record = aucun enregistrement d'une archive du web ne suit
ingest-warc-other = { $n ->
    [one] contient { $n } enregistrement sans page (requêtes, images, métadonnées), sauté.
   *[other] contient { $n } enregistrements sans page (requêtes, images, métadonnées), sautés.
}
ingest-xml-broken = cesse d'être du XML : { $reason } ; la suite n'a pas été lue.

## clean

clean-above-byline = se trouve au-dessus de la signature ou de la date
clean-alone-at-end = « { $name } » se trouve seul à un bout de la page
clean-and-recurring = { $reason } ; { $recurring }
clean-between = la ligne entre le titre et le corps
clean-byline = signature « { $text } »
clean-cited = cité comme { $name }
clean-corrected = corrigé par le lecteur
clean-date-in-caption = une date entière dans une légende
clean-date-in-opening = une date entière dans les premiers paragraphes
clean-date-line = ligne de date « { $text } »
clean-day-of-crawl = « { $text } » se trouve au-dessus du titre : le jour de la collecte, non de la publication
clean-day-resolved = « { $text } » et la publication du { $date }
clean-densest-stretch = aucune ligne ne se lit comme un article ; le passage le plus dense est montré comme corps.
clean-field = champ { $name }
clean-field-value = champ { $name } « { $value } »
clean-heading = intertitre « { $text } »
clean-last-title = la dernière de { $n } lignes de titre, celle qui touche au corps
clean-letters = les suites de ses lettres
clean-little-kept = seuls { $percent } % de ses { $words } mots ont été gardés comme article.
clean-look-at-marked = regardez la vue marquée et remettez ce qui manque
clean-most-letters = aucune ligne ne se lit comme un article ; la ligne qui a le plus de lettres est montrée comme corps.
clean-name-alone = le nom « { $text } » se trouve seul à côté du titre ou de la date
clean-no-paywall = aucune mention près du corps ne réserve la suite aux abonnés
clean-one-sentence = une phrase courte sous le titre
clean-only-change = seule la date d'une modification est donnée ; elle n'est pas prise pour celle de publication
clean-page-date = une date au-dessus du titre est celle de la page, non de l'article
clean-path = le chemin contient « { $part } »
clean-paywall = « { $text } » à côté du corps
clean-phrase = formule « { $text } »
clean-reading-time = temps de lecture annoncé
clean-recurring = se trouve dans { $n } des { $total } articles de la source
clean-right-above-title = « { $text } » se trouve juste au-dessus du titre
clean-rule-below-rest = se trouve sous l'article
clean-rule-body-bridge = texte suivi au-dessus d'un formulaire du site
clean-rule-body-densest = le passage le plus dense, rien ne se lisant comme un article
clean-rule-body-doubtful = dans le passage principal ; peu parle pour ou contre, donc gardé
clean-rule-body-headed = texte suivi sous le titre que nomme l'en-tête de la page
clean-rule-body-list = une liste de lignes faites de même, sous un paragraphe
clean-rule-body-stretch = dans le passage principal, et son poids parle pour l'article
clean-rule-byline-name = un nom seul à côté de la tête de l'article
clean-rule-byline-written = dit qui l'a écrit
clean-rule-caption-credit = une phrase avec un crédit photo
clean-rule-caption-twin = les mêmes mots que la légende voisine
clean-rule-comment-section = sous le titre des commentaires
clean-rule-credit-sign = un crédit photo
clean-rule-cut-teaser = un renvoi collé entre deux phrases
clean-rule-date-stated = une ligne de date
clean-rule-head-above-title = se trouve au-dessus du titre
clean-rule-head-page-date = une date au-dessus du titre est celle de la collecte
clean-rule-head-rest = se trouve entre le titre et le corps sans être ni l'un ni l'autre
clean-rule-inside-rest = se trouve entre des paragraphes sans en être un
clean-rule-line-blank = rien que du blanc
clean-rule-newsletter-block = partie d'un formulaire d'infolettre
clean-rule-phrase-ad = mots de publicité
clean-rule-phrase-byline = mots de signatures
clean-rule-phrase-comment = mots des espaces de commentaires
clean-rule-phrase-date = mots de lignes de date
clean-rule-phrase-form = mots de formulaires
clean-rule-phrase-legal = mots des mentions légales
clean-rule-phrase-media = mots de crédits photo
clean-rule-phrase-nav = mots de menus
clean-rule-phrase-newsletter = mots des formulaires d'infolettre
clean-rule-phrase-notice = mots du site sur l'article
clean-rule-phrase-paywall = mots des offres d'abonnement
clean-rule-phrase-reading = mots de temps de lecture
clean-rule-phrase-related = mots des renvois à d'autres articles
clean-rule-phrase-share = mots des barres de partage
clean-rule-reader-put-back = remis par le lecteur
clean-rule-reading-stated = un temps de lecture annoncé
clean-rule-recurring-source = se trouve dans beaucoup d'articles de la source
clean-rule-standfirst-head = texte suivi entre le titre et le corps
clean-rule-standfirst-repeated = le chapô une nouvelle fois
clean-rule-subheading-short = une ligne courte sans point final au-dessus de plus longues
clean-rule-title-head = la ligne au-dessus du corps dont le corps reprend les mots
clean-rule-title-repeated = le titre une nouvelle fois
clean-signature = signature « { $text } »
clean-site-calls-itself = le site se nomme ainsi dans « { $text } »
clean-site-names = le site nomme « { $name } » dans « { $text } »
clean-stop-words = { $n } des { $total } mots du corps sont des mots-outils de cette langue
clean-title-taken-up = la ligne au-dessus du corps que ses mots reprennent
clean-weekday-differs = le texte dit « { $text } », ce que cette date n'est pas
clean-weekday-fits = un jour de la semaine du texte est celui de cette date

## entity

entity-acronym = initiales de la forme longue
entity-another-order = mêmes mots dans un autre ordre
entity-another-transliteration = autre transcription
entity-family-first = nom de famille, qui vient en premier ici
entity-given-name = prénom de la personne nommée en entier
entity-in-brackets = expliqué entre parenthèses dans le texte
entity-initials = initiales du prénom
entity-joined-by-reader = joint par le lecteur
entity-known-form = forme connue du nom
entity-listed-by-reader = dans la liste du lecteur
entity-one-letter = même prénom et nom à une lettre près
entity-role-beside = se trouve à côté du nom
entity-role-last = le dernier nommé avec ce titre auparavant
entity-role-leader = nommé comme dirigeant du même État dans le texte
entity-role-only = le seul nommé avec ce titre dans le texte
entity-role-same = nommé avec cette description dans le texte
entity-same-letters = mêmes lettres
entity-shared-surname = nom de plusieurs personnes ici ; pris pour la plus nommée
entity-short-form = forme courte du nom
entity-surname = nom de la personne nommée en entier
entity-the-name = le nom

## fact

## story

## search

search-bad-regex = cette expression régulière est illisible : { $reason }.
search-close-parenthesis = cette parenthèse fermante n'a pas d'ouvrante.
search-is = `is:` prend read, noted, paywalled ou contested.
search-minus = un signe moins demande un mot derrière lui.
search-no-value = `{ $field }` demande une valeur après les deux-points.
search-not-date = « { $text } » n'est pas une date ; écrivez 2023, 2023-09, 2023-09-13, >2023-09-13 ou 2023-09-01..2023-09-30.
search-not-field = `{ $field }` n'est pas un champ ; les champs sont { $known } ; mettez le mot entre guillemets pour le chercher.
search-not-language = « { $text } » n'est pas un code de langue comme fr ou en.
search-not-state = « { $text } » n'est pas un état ; les états sont { $known }.
search-open-parenthesis = cette parenthèse n'est jamais fermée.
search-open-quotation = ce guillemet n'est jamais fermé.
search-open-regex = cette expression régulière n'a pas de barre fermante.
search-or-sides = OU demande quelque chose des deux côtés.
search-tilde = après ~ vient 1 ou 2, les lettres qui peuvent différer.
search-too-deep = il y a trop de parenthèses emboîtées.
search-too-long = une requête contient au plus { $n } termes.

## triage

triage-act-unknown = une action inconnue ici
triage-and = { $first } ; { $rest }
triage-article = article { $key }
triage-claim-agencies = agences
triage-claim-author = auteur
triage-claim-event-date = date de l’événement
triage-claim-language = langue
triage-claim-published = date
triage-claim-source = source
triage-claim-title = titre
triage-claim-url = adresse
triage-comparison = une comparaison
triage-corpus = corpus
triage-corrected = { $claim } = { $value }
triage-did = { $subject } { $what }
triage-far-time = son heure est après l'an 9999
triage-joins-story = rejoint un sujet
triage-judged = → { $state }
triage-leaves-story = quitte un sujet
triage-line-left = cette ligne a été sautée et laissée en place : { $reason }.
triage-line-torn = cette ligne a été coupée ou changée et a été sautée ; les entrées voisines sont entières.
triage-name-kind = { $name } : { $kind }
triage-no-act = elle n'est ni un acte, ni une annulation, ni un rétablissement
triage-not-a-name = { $form } n’est pas un nom
triage-note = + note “{ $text }”
triage-note-deleted = − note
triage-note-moved = note déplacée
triage-note-rewritten = note réécrite “{ $text }”
triage-other-name = { $form } ≠ { $name }
triage-other-program = elle commence comme la première ligne du journal d'un autre programme
triage-others = { $n ->
    [one] { $n } autre
   *[other] { $n } autres
}
triage-pinned = passages épinglés
triage-plus = { $first } + { $rest }
triage-put-back = bloc remis ({ $place })
triage-read = → lu
triage-redone = rétabli : { $what }
triage-retracted = − ({ $decision })
triage-same-name = { $form } = { $name }
triage-search = “{ $name }” = { $query }
triage-sheet-differs = Passages qui diffèrent
triage-sheet-figures = Chiffres, dates et durées qui diffèrent
triage-sheet-names = Noms d'un seul côté
triage-sheet-noted = Noté
triage-sheet-only-a = Seulement dans A (pas trouvé dans B par cette méthode)
triage-sheet-only-b = Seulement dans B (pas trouvé dans A par cette méthode)
triage-sheet-quotes = Citations communes
triage-sheet-reworded = Dit autrement
triage-state-done = fait
triage-state-drop = écarté
triage-state-follow = à suivre
triage-state-keep = retenu
triage-state-to-read = à lire
triage-stories = { $n ->
    [one] { $n } sujet
   *[other] { $n } sujets
}
triage-story = sujet { $name }
triage-tagged = +#{ $tag }
triage-taken-out = bloc ôté ({ $place })
triage-template-brace = une accolade du modèle n'a pas de pendant ; écrivez {"{{"} ou {"}}"} pour une accolade.
triage-template-field = {"{"}{ $name }{"}"} n'est pas un champ ; les champs sont { $known }.
triage-uncorrected = { $claim } sans correction
triage-undone = annulé : { $what }
triage-unknown = elle dit ce que cette version ne connaît pas ({ $reason })
triage-unread = → non lu
triage-untagged = −#{ $tag }
triage-use-newer = Ouvrez ce journal avec la version plus récente de kiosque.
triage-version-newer = le journal est de la version { $version } ; ce que la version { $known } ne connaît pas est sauté.

## store

store-archive-depth = est une archive dans { $n } autres, la limite ; elle a été sautée.
store-bomb = une fois ouverte elle dépasse la limite d'une archive
store-bomb-ratio = une fois ouverte elle fait plus de { $ratio } fois sa taille, la limite
store-catalogue-damaged = contient un catalogue abîmé ; il est refait.
store-catalogue-unwritten = ne peut pas être écrit ({ $reason }) : ce qui est trouvé reste en mémoire, et le corpus sera relu au prochain démarrage.
store-changed-on-disk = a changé sur le disque depuis sa lecture ; il n'est pas montré tel qu'il était.
store-check-path = vérifiez le chemin et ses droits
store-disk-full = le disque est plein
store-entry-broken = n'a pu être lu : { $reason } ; l'entrée a été sautée.
store-hidden = { $n ->
    [one] contient { $n } entrée cachée ou de sauvegarde, sautée.
   *[other] contient { $n } entrées cachées ou de sauvegarde, sautées.
}
store-hidden-in-archive = { $n ->
    [one] contient { $n } entrée cachée ou de sauvegarde, sautée.
   *[other] contient { $n } entrées cachées ou de sauvegarde, sautées.
}
store-index-unwritten = ne peut pas contenir l'index des mots ({ $reason }) : les recherches lisent les textes un par un.
store-journal-check = Vérifiez ses droits, ou nommez un autre dossier avec --state-dir.
store-journal-held = un autre kiosque tient le journal
store-journal-not-again = le journal n'a pu être relu ({ $reason }).
store-journal-torn-moved = { $n } lignes abîmées ont été mises ici.
store-journal-unreadable = le journal n'a pu être lu ({ $reason }) ; aucun verdict antérieur n'est connu.
store-journal-unwritten = le journal n'a pu être écrit
store-leads-out = a un nom qui mène hors de son archive ; l'entrée a été sautée.
store-link-broken = est un lien symbolique qui ne mène nulle part ou tourne en rond : { $reason }.
store-link-to-folder = est un lien vers un dossier ; ces liens ne sont pas suivis.
store-name-folder = nommez le dossier lui-même pour le lire
store-no-locks = ce système de fichiers n'a pas de verrous
store-no-permission = le dossier est protégé en écriture
store-no-text = { $n ->
    [one] contient { $n } image, programme ou autre fichier sans texte, sauté.
   *[other] contient { $n } images, programmes et autres fichiers sans texte, sautés.
}
store-not-in-corpus = n'est pas un article de ce corpus.
store-office = est un fichier Office, illisible ici ; il a été sauté.
store-please-report = Signalez-le avec le fichier, s'il vous plaît.
store-r-looks-again = R relit les fichiers
store-r-reads-again = R le relit
store-read-only = le disque est en lecture seule
store-save-as-text = enregistrez-le comme texte ou HTML
store-session-damaged = la dernière session est abîmée ({ $reason }) ; on repart de zéro.
store-session-set-aside = la dernière session est abîmée ({ $reason }), le fichier a été mis de côté ; on repart de zéro.
store-session-unreadable = la dernière session n'a pu être lue ({ $reason }) ; on repart de zéro.
store-settings-unreadable = les réglages n'ont pu être lus ({ $reason }) ; les valeurs par défaut servent.
store-special = n'est ni un fichier ni un dossier (tube, socket ou périphérique) ; il n'a pas été ouvert.
store-special-files = { $n ->
    [one] contient { $n } tube, socket ou périphérique, sauté.
   *[other] contient { $n } tubes, sockets ou périphériques, sautés.
}
store-too-many-entries = contient plus de { $limit } entrées, la limite ; le reste a été sauté.
store-uncleaned = n'a pu être nettoyé à cause d'une erreur interne ; il a été laissé de côté.
store-unlistable = n'a pu être parcouru : { $reason }.
store-unopened = n'a pu être ouvert : { $reason }.
store-unreadable = n'a pu être lu : { $reason }.
store-unreadable-now = ne peut plus être lu : { $reason }.
store-zip-broken = est une archive zip illisible : { $reason }.
store-zip-large = est une archive zip de plus de { $limit } Mo, la limite hors d'un fichier à elle ; elle a été sautée.

## job

job-internal-error = Un travail de fond s'est arrêté sur une erreur interne : { $reason }.
job-no-thread = Le système a refusé un fil d'exécution ; le travail n'a pas commencé.

## actions

## app

## shell

## ui

ui-actions = Actions
ui-after = d'après { $whom }
ui-article = Article
ui-ask-article = chercher dans l'article :
ui-ask-command = ! commande :
ui-ask-corpus = chercher dans le corpus :
ui-ask-date = date de publication :
ui-ask-date-help = 2026-06-12 ou 12.06.2026 ; vide : ôter
ui-ask-file = nom du fichier :
ui-ask-filter = filtrer :
ui-ask-filter-help = "phrase"  -mot  source:  date:  état:  entité:  étiquette:
ui-ask-list = chercher dans la liste :
ui-ask-note = note :
ui-ask-notes = chercher dans les notes :
ui-ask-same-name = c'est aussi :
ui-ask-source = source :
ui-ask-suggestions = { $key } : { $words }
ui-ask-tag = étiquette à ajouter :
ui-ask-tick = cocher ce qui répond à :
ui-ask-title = titre :
ui-ask-untag = étiquette à ôter :
ui-attributed = attribué à { $names }
ui-board-empty = vide
ui-card = Fiche de l'article
ui-card-address = adresse
ui-card-agencies = agences
ui-card-author = auteur
ui-card-between = du { $first } au { $last }
ui-card-cleaning = nettoyage
ui-card-comments = réactions
ui-card-comments-counted = { $stated } annoncées, { $present } dans le fichier
ui-card-contested = avis différents : le dernier compte
ui-card-event = événement
ui-card-judged = jugé
ui-card-kept = { $n } % gardé
ui-card-language = langue
ui-card-others = autres articles de l'histoire : { $days }
ui-card-others-crawled = autres articles de l'histoire : { $days } — la date de page est celle de la collecte
ui-card-others-far = autres articles de l'histoire : { $days } — sa date est loin des leurs
ui-card-page-date = date de page
ui-card-paywalled = coupé
ui-card-published = publié
ui-card-source = source
ui-card-story = histoire
ui-card-title = titre
ui-card-updated = mis à jour
ui-compare-absent = rien ici
ui-compare-common = commun : { $a } de A, { $b } de B
ui-compare-elsewhere = ↕ plus loin ou plus haut (Entrée)
ui-compare-events-days = { $head } ({ $days })
ui-compare-events-differ = ≠ ÉVÉNEMENTS DIFFÉRENTS
ui-compare-events-why = { $head } : { $reason }
ui-compare-figures = chiffres { $n }≠
ui-compare-folded = { $n ->
    [one] { $n } passage commun
   *[other] { $n } passages communs
}
ui-compare-formulas = { $n ->
    [one] { $n } formule non comptée
   *[other] { $n } formules non comptées
}
ui-compare-inside = { $n } dans un même texte
ui-compare-names = noms : { $both } communs, { $a } A, { $b } B
ui-compare-quotes = citations { $same }= { $differ }≠
ui-compare-reversed = rôles inversés
ui-compare-undecided = { $n ->
    [one] { $n } lien indécis
   *[other] { $n } liens indécis
}
ui-comparing = comparaison…
ui-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
ui-export = Exporter
ui-export-clipboard = celle du terminal
ui-export-command = commande
ui-export-command-asked = Entrée la demande
ui-export-copy = copie
ui-export-format = format
ui-export-rename = renommer
ui-export-to = vers
ui-export-what = quoi
ui-fact-absent = pas trouvé
ui-fact-confirmed = confirmé plus tard
ui-fact-differs = diffère
ui-fact-partly = en partie
ui-fact-said = dit
ui-facts-alone = un seul texte le dit
ui-facts-both = dans les deux
ui-facts-count = { $n ->
    [one] { $n } fait
   *[other] { $n } faits
}
ui-facts-differ-count = { $n ->
    [one] { $n } qui diffère
   *[other] { $n } qui diffèrent
}
ui-facts-differing = les articles diffèrent
ui-facts-filter = filtre : { $what } · { $shown } faits sur { $all } (Échap)
ui-facts-findings = À regarder
ui-facts-head = origines · fait
ui-facts-more = { $n ->
    [one] … { $n } ligne de plus (c)
   *[other] … { $n } lignes de plus (c)
}
ui-facts-none = Aucun fait à comparer.
ui-facts-none-filtered = Aucun fait ainsi : Échap ôte le filtre.
ui-facts-omitted = pas trouvé dans { $report }
ui-facts-only-a = seulement dans A
ui-facts-only-b = seulement dans B
ui-facts-summary = { $texts } · { $facts }, dont { $alone } d'un seul texte, { $differ }
ui-file = fichier
ui-filter = filtre : { $query } ({ $shown })
ui-go-to = Aller à
ui-go-to-action = action  { $key }
ui-go-to-source = source
ui-help = Aide
ui-help-type = tapez pour filtrer
ui-journal = Journal des décisions
ui-journal-empty = Aucune décision encore.
ui-journal-entries = { $n ->
    [one] { $n } entrée
   *[other] { $n } entrées
}
ui-journal-undone = annulé
ui-labelled = { $label } : { $words }
ui-layer-comments = les réactions de lecteurs
ui-layer-removed = les blocs ôtés
ui-layer-text = le texte
ui-layer-titles = les titres
ui-lines = { $n ->
    [one] { $n } ligne
   *[other] { $n } lignes
}
ui-lines-below = { $n ->
    [one] { $n } ligne plus bas
   *[other] { $n } lignes plus bas
}
ui-list = Articles par { $grouping }
ui-list-empty = Aucun article ici.
ui-list-empty-demo = kiosque demo montre un exemple.
ui-list-empty-open = kiosque CHEMIN… ouvre des fichiers,
ui-list-filtered = Le filtre masque tout :
ui-list-filtered-keys = Échap l'ôte, F le modifie.
ui-marks-go = aller à une marque
ui-marks-set = poser une marque
ui-marks-where = dans cet article ; A–Z : de partout
ui-matrix = Qui dit quoi · { $story }
ui-mentions = { $n ->
    [one] { $n } mention
   *[other] { $n } mentions
}
ui-more-below = { $n } de plus ({ $key })
ui-names = Noms
ui-names-cited = Sources citées
ui-names-looking = recherche…
ui-names-none = aucun nom trouvé
ui-no = non
ui-no-date = sans date
ui-not-found-in = · pas trouvé : { $names }
ui-not-searched = Non fouillés : { $layers }
ui-not-searched-layer = { $layer } ({ $lines })
ui-not-searched-layer-hits = { $layer } ({ $lines }, { $hits })
ui-note-elsewhere = sur autre chose
ui-note-lost = introuvable
ui-note-on-article = note sur l'article :
ui-note-on-articles = note sur { $articles } :
ui-note-on-difference = note sur la différence :
ui-note-on-one-side = note sur ce passage :
ui-note-on-pair = note sur la comparaison :
ui-note-on-passage = note sur « { $quote } » :
ui-note-on-story = note sur l'histoire :
ui-note-rewrite = récrire la note :
ui-notes = Notes
ui-notes-count = { $n ->
    [one] { $n } note
   *[other] { $n } notes
}
ui-notes-find = Notes / { $words }
ui-notes-none = Aucune note.
ui-notes-none-found = Aucune note n'a ces mots.
ui-notes-none-found-keys = Échap montre toutes les notes.
ui-notes-none-keys = Dans un article : v choisit une phrase, a note.
ui-notes-of-article = Notes de cet article
ui-order = tri : { $order }
ui-order-origins = origines
ui-order-text = texte
ui-order-time = parution
ui-origins = { $n ->
    [one] { $n } origine indépendante : { $names }
   *[other] { $n } origines indépendantes : { $names }
}
ui-percent = { $n } %
ui-pinned = A : { $source }
ui-position-end = fin
ui-printed = Réponse de la commande
ui-problem-count = { $n ->
    [one] { $n } problème (gp)
   *[other] { $n } problèmes (gp)
}
ui-problem-not-read = non lu
ui-problem-warning = attention
ui-problems = Problèmes et messages
ui-problems-none = Tout a été lu sans rien à signaler.
ui-progress-grouping = regroupement en histoires
ui-progress-index = index des mots : { $done } sur { $all }
ui-progress-names = noms et faits : { $done } sur { $all }
ui-progress-pace = { $rate }/s, encore { $seconds } s
ui-progress-reading = lecture : { $files } fichiers, { $articles }
ui-queue = file { $at }/{ $all }
ui-quoted = « { $words } »
ui-reading = Lecture…
ui-report-after = D'après { $whom }
ui-report-also = Le même texte : { $names }
ui-report-cites = cite { $names }
ui-report-first = { $n ->
    [one] { $n } fait donné d'abord ici
   *[other] { $n } faits donnés d'abord ici
}
ui-search-everything = Tout a été fouillé.
ui-search-hits = { $n ->
    [one] { $n } occurrence
   *[other] { $n } occurrences
}
ui-search-nothing = Rien trouvé.
ui-searching = recherche…
ui-stories = { $n ->
    [one] { $n } histoire
   *[other] { $n } histoires
}
ui-texts = { $n ->
    [one] { $n } texte
   *[other] { $n } textes
}
ui-texts-in = { $texts } dans { $articles }
ui-ticked = { $n ->
    [one] { $n } coché
   *[other] { $n } cochés
}
ui-timeline = Chronologie · { $story }
ui-timeline-gap = { $n ->
    [one] { $n } jour plus tard
   *[other] { $n } jours plus tard
}
ui-timeline-head = { $texts } · + ce qu'un texte est le premier à dire
ui-timeline-head-day = { $texts } · { $day } · + ce qu'un texte est le premier à dire
ui-timeline-head-days = { $texts } · { $first } – { $last } · + ce qu'un texte est le premier à dire
ui-timeline-more = { $n ->
    [one] + { $n } autre (l)
   *[other] + { $n } autres (l)
}
ui-timeline-nothing-new = rien de nouveau
ui-timeline-same-facts = mêmes faits, même jour
ui-to-know = à savoir
ui-tour = Visite
ui-unread = { $n ->
    [one] { $n } non lu
   *[other] { $n } non lus
}
ui-unsaved = Décisions non enregistrées, gardées en mémoire : { $reason }
ui-versus = A { $report } face aux autres
ui-versus-common = commun A  B
ui-versus-figures = chiffres
ui-versus-only-a = seul A
ui-versus-only-b = seul B
ui-versus-quotes = citations
ui-working = recherche…
ui-yes = oui

## term

term-browser-empty = $BROWSER est vide.
term-browser-no-command = $BROWSER n'est pas une commande : { $command }
term-browser-refused = Le navigateur n'a pu être lancé : { $reason }.
term-clipboard-refused = Le presse-papiers du bureau a refusé : { $reason }. Une copie est gardée dans un fichier.
term-editor-empty = $EDITOR est vide.
term-editor-ended = L'éditeur s'est terminé avec { $status }.
term-editor-no-command = $EDITOR n'est pas une commande : { $command }
term-editor-refused = L'éditeur n'a pu être lancé : { $reason }.
term-exported = Exporté dans { $file }.
term-file-refused = { $file } : { $reason }
term-no-file = Ce texte n'a pas de fichier à lui à ouvrir.
term-note-file = Aucun fichier n'a pu être fait pour la note : { $reason }.
term-note-unreadable = { $file } : la note n'a pu être lue : { $reason }.
term-refused = le terminal a refusé : { $reason }
term-stop-refused = Le programme n'a pu être suspendu ici : { $reason }. Il continue.
term-web-only = Seules les adresses du web sont ouvertes.

## settings

keys-action = « { $name } » n'est pas une action{ $meant } ; la touche { $keys } reste ce qu'elle était.
keys-actions = kiosque man donne la liste des actions.
keys-behind = { $keys } dans [keys.{ $context }] ne peut pas être tapé : { $shorter } agit avant.
keys-context = [keys.{ $name }] n'est pas un contexte{ $meant } ; il est passé.
keys-contexts = Les contextes sont { $list }.
keys-hides = { $keys } dans [keys.{ $context }] cache { $longer }, qui ne peut plus être tapé.
keys-key = « { $part } » dans [keys.{ $context }] n'est pas une touche{ $meant } ; la ligne est passée.
keys-none = une ligne de [keys.{ $context }] n'a pas de touche ; elle est passée.
keys-unbind = Une liste d'actions vide délie des touches.
setting-cache = Ce qu'on sait d'un corpus est gardé dans le dossier de cache, pour la prochaine ouverture ; kiosque cache dit où et l'efface. false ne garde rien.
setting-entities = Les noms qui vous importent, par genre : "person", "place", "organisation" ou "misc". Ils passent avant les listes intégrées.
setting-export-folder = Dossier des fichiers exportés ; "" est le dossier courant.
setting-export-templates = Vos propres modèles, par nom : voir le README.
setting-hints = Les touches au bas de l'écran : "always", "learn" (celles que vous employez cèdent la place à d'autres) ou "off".
setting-journal-path = Où sont gardées les décisions ; "" est le dossier des données. Un fichier dans un dossier partagé est lu et écrit par plusieurs personnes à la fois.
setting-keys = Les touches : une action, ou plusieurs, pour une touche ou une suite de touches ; [] délie la touche.
setting-lang = Langue de l'interface : "auto" (celle du système), "fr" ou "en".
setting-menu-delay = Millisecondes avant que s'ouvre le menu d'une touche de préfixe ; 0 aussitôt, -1 jamais.
setting-mouse = La souris : molette et clics. false la rend au terminal.
setting-name = Le nom sous vos décisions et vos notes ; "" prend celui du compte.
setting-rule = Règles au chargement : ce que trouve la requête reçoit une étiquette, un état ou une marque. Essayez-les par `kiosque journal --rules CHEMIN…`, qui ne change rien.
setting-search-layers = Couches où l'on cherche quand la requête n'en dit rien : "text", "titles", "comments", "removed".
setting-search-smart-accents = true : une lettre tapée avec un accent demande cet accent.
setting-theme = "auto" (d'après le fond du terminal), le nom d'un thème intégré (kiosque --help les nomme) ou celui d'un fichier du dossier themes à côté de celui-ci : "mien" est themes/mien.toml.
setting-triage-after = Après une décision : "stay" (rester), "next" (suivant) ou "next-unread" (suivant non lu).
setting-triage-queue = Le filtre de la file à son ouverture ; "" montre tout.
setting-triage-read-on-open = Ouvrir un article le marque comme lu.
setting-width = Colonnes de texte dans l'article, de 30 à 200.
settings-a-kind-of-name = un genre de nom
settings-a-part-of-a-rule = une partie d'une règle
settings-a-setting = un réglage
settings-file-head = Réglages de kiosque. Chaque ligne ci-dessous est la valeur par défaut ; copiez ce que vous changez. Les lignes inconnues ou fausses sont signalées et passées ; rien ici ne peut arrêter le programme.
settings-line-skipped = { $why } ; la ligne est passée.
settings-rule-query = la requête de la règle ne se lit pas : { $why }
settings-rule-without-query = une règle sans `query` est passée.
settings-schema-title = Réglages de kiosque
settings-unknown = `{ $name }` n'est pas { $what }{ $meant } ; la ligne est passée.
settings-wanted-boolean = true ou false
settings-wanted-number = un nombre de { $from } à { $to }
settings-wanted-one-of = l'un de { $list }{ $meant }
settings-wanted-query = une requête ({ $why })
settings-wanted-rules = écrit [[rule]]
settings-wanted-state = to_read, follow, keep, drop ou done
settings-wanted-table = un tableau
settings-wanted-text = un texte entre guillemets
settings-wanted-texts = un texte ou une liste de textes
settings-word-ignored = `{ $word }` dans `{ $key }` n'est aucun de { $list }{ $meant } ; il est passé.
settings-wrong = `{ $key }` doit être { $wanted } ; la valeur par défaut sert.
theme-a-part = une partie d'un thème
theme-a-part-of-the-page = une partie de la page
theme-a-role = un rôle d'un thème
theme-called-auto = un thème ne peut pas s'appeler `{ $name }` ; le fichier est passé.
theme-look = `{ $word }` dans `{ $role }` n'est ni une couleur ni un attribut{ $meant } ; l'aspect est passé.
theme-roles-missing = pas d'aspect pour { $list } : dessinés comme le texte. Une ligne telle que `like = "dark"` prend les autres à ce thème.
theme-unreadable = n'a pas pu être lu : { $why }
theme-wanted-colour = une couleur telle que "#56b4e9" ou "bright-blue"{ $meant }

## cli

cli-no-theme = il n'y a pas de thème { $name }{ $meant } ; il y a { $list }
