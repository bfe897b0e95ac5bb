# The words of kiosque in French.

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
month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.
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
entry-count = { $n ->
    [one] { $n } entrée
   *[other] { $n } entrées
}
reason-and = { $first } ; { $rest }
word-count = { $n ->
    [one] { $n } mot
   *[other] { $n } mots
}
notice-at-place = { $place } : { $sentence }
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
ingest-bytes = { $n ->
    [one] { $n } octet
   *[other] { $n } octets
}
ingest-bytes-broken = contient des octets qui ne sont pas en { $encoding }, montrés comme U+FFFD.
ingest-cells = { $n ->
    [one] contient { $n } cellule hors d'UTF-8, lue comme { $encoding }, deviné d'après tout le tableau.
   *[other] contient { $n } cellules hors d'UTF-8, lues comme { $encoding }, deviné d'après tout le tableau.
}
ingest-chapter-broken = n'a pu être lu : { $reason } ; le chapitre a été sauté.
ingest-chapters-again = { $n ->
    [one] nomme { $n } chapitre déjà nommé ; chacun a été lu une fois.
   *[other] nomme { $n } chapitres déjà nommés ; chacun a été lu une fois.
}
ingest-controls = { $n ->
    [one] contenait { $n } caractère de commande, montré par un signe (␛) ou U+FFFD.
   *[other] contenait { $n } caractères de commande, montrés par un signe (␛) ou U+FFFD.
}
ingest-cut = dépasse la limite de { $limit } ; le reste n'a pas été lu.
ingest-decoded = a été décodé de { $encoding } : l'encodage découle de { $how }.
ingest-empty = est vide ; rien n'a été lu.
ingest-epub-bomb = donne, décompressé, plus que la limite pour sa taille ; les chapitres qui restaient ont été sautés.
ingest-epub-broken = est un EPUB illisible : { $reason } ; il a été sauté.
ingest-epub-no-package = il ne nomme aucun fichier de paquet
ingest-feed-broken = ressemble à un flux mais n'a pu être analysé : { $reason } ; il a été sauté.
ingest-feed-empty = est un flux sans entrée ; rien n'a été lu.
ingest-foreign = est { $what }, non un texte ; il a été sauté.
ingest-json-broken = { $n ->
    [one] cesse d'être du JSON après { $n } enregistrement : { $reason } ; la suite n'a pas été lue.
   *[other] cesse d'être du JSON après { $n } enregistrements : { $reason } ; la suite n'a pas été lue.
}
ingest-json-list = une liste
ingest-json-long = est une seule valeur JSON de plus de { $limit } Mo, la limite ; elle n'a pas été lue.
ingest-json-mended = { $n ->
    [one] contenait une faute de JSON, qui a été corrigée.
   *[other] contenait { $n } fautes de JSON, qui ont été corrigées.
}
ingest-json-not = commence comme du JSON mais n'en est pas (ligne { $line }) ; lu comme texte.
ingest-json-null = null
ingest-json-ends = la valeur n'est pas finie
ingest-json-fault = une faute d'écriture
ingest-json-place = { $fault }, ligne { $line }, colonne { $column }
ingest-json-string = une chaîne seule
ingest-json-value = une valeur seule
ingest-kind-apple = un document de Pages, Numbers ou Keynote
ingest-kind-bitmap = une image bitmap
ingest-kind-bzip2 = une archive bzip2
ingest-kind-columns = un tableau dans un format binaire
ingest-kind-djvu = un document DjVu
ingest-kind-encrypted = un document Office verrouillé par un mot de passe
ingest-kind-excel = un ancien classeur Excel
ingest-kind-film = un fichier de film
ingest-kind-film-or-picture = un fichier de film ou d'image
ingest-kind-font = une police de caractères
ingest-kind-gif = une image GIF
ingest-kind-help = un fichier d’aide compilé
ingest-kind-jpeg = une image JPEG
ingest-kind-kindle = un livre pour Kindle
ingest-kind-mail-store = une réserve de messages Outlook
ingest-kind-office = un ancien fichier Office
ingest-kind-outlook = un message Outlook
ingest-kind-photoshop = une image Photoshop
ingest-kind-png = une image PNG
ingest-kind-postscript = un document PostScript
ingest-kind-powerpoint = une ancienne présentation PowerPoint
ingest-kind-program = un programme
ingest-kind-rar = une archive RAR
ingest-kind-riff = un fichier de son, d'image ou de film
ingest-kind-seven-zip = une archive 7z
ingest-kind-sound = un fichier de son
ingest-kind-sqlite = une base SQLite
ingest-kind-tiff = une image TIFF
ingest-kind-webarchive = une liste de propriétés où aucune page ne peut être lue
ingest-kind-word = un ancien document Word
ingest-kind-word-older = un document de Word 95 ou d'avant
ingest-kind-wordperfect = un document WordPerfect
ingest-kind-xz = une archive xz
ingest-kind-zip = une archive zip ou un fichier Office
ingest-line-broken = la ligne { $line } n'est pas du JSON ({ $reason }, colonne { $column }) ; elle a été sautée.
ingest-line-long = la ligne { $line } dépasse la limite de { $limit } Mo ; elle a été sautée.
ingest-link = est un lien vers { $address } et ne contient aucune page ; il a été sauté.
ingest-link-save = ouvrez le lien et enregistrez la page, ou suivez son adresse
ingest-links = { $n ->
    [one] est une liste de { $n } lien ; sa page n'a pas été cherchée.
   *[other] est une liste de { $n } liens ; leurs pages n'ont pas été cherchées.
}
ingest-mail-broken = ressemble à un courriel mais n'a pu être analysé ; il a été sauté.
ingest-mail-cut = dépasse la limite de { $limit } Mo ; le reste du message n'a pas été lu.
ingest-mail-empty = est un courriel sans texte ; il a été sauté.
ingest-mail-forwarded = a été transféré par { $name } ; ses données sont celles du message transféré.
ingest-mail-note = porte une note de qui l’a transféré : « { $note } ».
ingest-mapping-form = « { $part } » n'a pas la forme role=champ
ingest-mapping-role = « { $name } » n'est aucun des rôles { $known }
ingest-kilobytes = { $n } ko
ingest-megabytes = { $n } Mo
ingest-mixed = { $n ->
    [one] mêle les encodages : de l'UTF-8 avec un endroit autrement, lu comme Windows-1252.
   *[other] mêle les encodages : de l'UTF-8 avec { $n } endroits autrement, lus comme Windows-1252.
}
ingest-mojibake = { $n ->
    [one] contient { $n } trace d'UTF-8 lu autrefois comme Windows-1252 (comme « Ã© » pour « é ») ; laissée telle quelle.
   *[other] contient { $n } traces d'UTF-8 lu autrefois comme Windows-1252 (comme « Ã© » pour « é ») ; laissées telles quelles.
}
ingest-mojibake-mended = { $n ->
    [one] contient { $n } endroit en UTF-8 lu jadis comme { $encoding } ; il a été réparé, la vue brute le montre tel quel.
   *[other] contient { $n } endroits en UTF-8 lus jadis comme { $encoding } ; ils ont été réparés, la vue brute les montre tels quels.
}
ingest-more-lines = { $n ->
    [one] a { $n } autre ligne qui n'a pu être lue ; elle a été sautée.
   *[other] a { $n } autres lignes qui n'ont pu être lues ; elles ont été sautées.
}
ingest-more-records = { $n ->
    [one] a { $n } autre enregistrement qui n'a pu être lu ; il a été sauté.
   *[other] a { $n } autres enregistrements qui n'ont pu être lus ; ils ont été sautés.
}
ingest-more-rows = { $n ->
    [one] a { $n } autre ligne qui n'a pu être lue ; elle a été sautée.
   *[other] a { $n } autres lignes qui n'ont pu être lues ; elles ont été sautées.
}
ingest-name-columns = nommez les colonnes, comme --fields title=titre,text=contenu
ingest-name-fields = nommez les champs, comme --fields title=titre,text=contenu
ingest-no-column = n'a pas de colonne connue comme titre ou texte ; il a été sauté.
ingest-no-field = n'a ni titre ni texte dans un champ connu ; l'enregistrement a été sauté.
ingest-no-reference = est une liste de références dont aucune n'a de titre ni de résumé ; rien n'a été lu.
ingest-no-text = ne contient aucun texte ; rien n'a été lu.
ingest-not-record = est { $what } là où l'on attendait une ligne ou un enregistrement à champs ; sauté.
ingest-not-utf8 = n'est pas en UTF-8 et a été décodé de { $encoding }, { $how }.
ingest-outside = { $n ->
    [one] { $n } ligne est hors des articles de l'export, comme sa page de garde ; elle a été laissée de côté.
   *[other] { $n } lignes sont hors des articles de l'export, comme sa page de garde ; elles ont été laissées de côté.
}
ingest-package-broken = est un fichier Office ou OpenDocument qui ne peut être lu : { $reason } ; il a été sauté.
ingest-pages-of-lists = { $n ->
    [one] contient { $n } page qui ne fait qu'en énumérer d'autres, sautée.
   *[other] contient { $n } pages qui ne font qu'en énumérer d'autres, sautées.
}
ingest-part-cut = s'interrompt ou dépasse ce qui peut être décompressé ; ce qui précède a été lu.
ingest-packed = est comprimé avec « { $how } », qui ne peut être décomprimé ; il a été sauté.
ingest-pdf-broken = est un PDF qui ne peut être lu : { $reason } ; il a été sauté.
ingest-pdf-fault = sa structure est fautive
ingest-pdf-locked = est un PDF protégé par un mot de passe ; il a été sauté. Enregistrez-le sans mot de passe.
ingest-pdf-pages = { $n ->
    [one] { $n } page n'a pas pu être lue et a été sautée.
   *[other] { $n } pages n'ont pas pu être lues et ont été sautées.
}
ingest-pdf-recognise = reconnaissez d'abord son texte (OCR), puis ouvrez le résultat
ingest-pdf-running = { $n ->
    [one] { $n } ligne qui revient en haut ou en bas des pages a été laissée de côté.
   *[other] { $n } lignes qui reviennent en haut ou en bas des pages ont été laissées de côté.
}
ingest-pdf-scan = est un PDF sans couche de texte, comme un scan ; rien n'a été lu.
ingest-row-long = une ligne dépasse la limite, peut-être pour un guillemet jamais fermé
ingest-quoted = était écrit comme un courriel en route (quoted-printable) ; le texte a été décodé, la vue brute le montre tel quel.
ingest-link-numbers = portait les numéros de ses liens dans ses mots ; ils en sont ôtés, la vue brute montre le texte tel quel.
ingest-subtitles = contient des sous-titres ; leurs morceaux ont été réunis en paragraphes.
ingest-strung = avait ses lignes sur une seule, séparées par un signe ; elles ont été rétablies, la vue brute montre le texte tel quel.
ingest-columns = était composé en colonnes ; elles sont lues l'une après l'autre, la vue brute montre le texte tel quel.
ingest-rows-cut = { $n ->
    [one] s'interrompt ou dépasse ce qui peut être décompressé ; la première ligne a été lue.
   *[other] s'interrompt ou dépasse ce qui peut être décompressé ; les { $n } premières lignes ont été lues.
}
ingest-rtf-cut = s'interrompt avant la fin de son texte mis en forme ; ce qui précède a été lu.
ingest-save-as-text = enregistrez-le en texte, HTML ou PDF
ingest-short-pages = { $n ->
    [one] contient { $n } page de moins de { $words } mots, sautée.
   *[other] contient { $n } pages de moins de { $words } mots, sautées.
}
ingest-stopped = n'a pu être lu jusqu'au bout : { $reason }.
ingest-surrogate = contenait une demi-paire de substitution, montrée comme U+FFFD.
ingest-table-broken = cesse d'être un tableau : { $reason } ; la suite n'a pas été lue.
ingest-blocks-joined = { $n ->
    [one] a plus de blocs que la limite ; { $n } est lu avec celui qui le précède.
   *[other] a plus de blocs que la limite ; { $n } sont lus avec ceux qui les précèdent.
}
ingest-body-from-data = la page n’a pas de texte : il est pris de ses données (articleBody)
ingest-little-of-page = seuls { $share } % de la prose de la page sont gardés comme article
ingest-too-deep = emboîte trop ses éléments ; les plus profonds sont lus comme un seul.
ingest-too-large = dépasse la limite de { $limit } Mo pour ce genre de fichier ; il n'a pas été lu.
ingest-utf16-broken = contient de l'UTF-16 abîmé, montré comme U+FFFD.
ingest-utf32 = a été décodé d'UTF-32 : l'encodage découle de sa marque d'ordre.
ingest-utf8-cut = est coupé dans un caractère UTF-8 ; le caractère abîmé est montré comme U+FFFD.
ingest-utf8-mark = commence par une marque d'ordre UTF-8, qui a été ôtée.
ingest-warc-cut = s'interrompt dans cet enregistrement ; ce qui précède est montré.
ingest-warc-no-length = un enregistrement n'a pas de longueur
ingest-warc-no-record = aucun enregistrement d'une archive du web ne suit
ingest-warc-other = { $n ->
    [one] contient { $n } enregistrement sans page (requêtes, images, métadonnées), sauté.
   *[other] contient { $n } enregistrements sans page (requêtes, images, métadonnées), sautés.
}
ingest-wire-embargo = a été envoyée sous embargo jusqu'au { $until } ; la dépêche est montrée quand même.
ingest-wire-embargo-open = a été envoyée sous embargo sans terme ; la dépêche est montrée quand même.
ingest-wire-empty = est un fichier d'agence sans dépêche ; rien n'a été lu.
ingest-wire-no-text = est une dépêche sans titre ni texte ; elle a été sautée.
ingest-wire-package = { $n ->
    [one] est un lot : { $n } élément est listé, rien n'a été téléchargé.
   *[other] est un lot : { $n } éléments sont listés, rien n'a été téléchargé.
}
ingest-wire-planning = annonce ce qu'une agence prévoit de couvrir ; ce n'est pas une dépêche.
ingest-wire-pictures = { $n ->
    [one] { $n } élément est une image, un film ou un son à côté des dépêches ; ce n'est pas un article, il a été laissé de côté.
   *[other] { $n } éléments sont des images, des films ou des sons à côté des dépêches ; ce ne sont pas des articles, ils ont été laissés de côté.
}
ingest-wire-remote = nomme son contenu sans le contenir ; rien n'a été téléchargé.
ingest-wire-withdrawn = a été annulée par son agence ; la dépêche est montrée, à ne pas utiliser.
ingest-word-broken = est un ancien document Word illisible : { $reason } ; il a été sauté.
ingest-word-pieces = ce qui dit où se trouve son texte manque
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
clean-day-seen = un champ dit le jour de l’enregistrement ou de la collecte, { $day }, non celui de la publication
clean-densest-stretch = aucune ligne ne se lit comme un article ; le passage le plus dense est montré comme corps.
clean-feature-about = un intertitre sur l'auteur ou l'entreprise au-dessus
clean-feature-above-words = longueur du texte suivi au-dessus
clean-feature-ad = mots de publicité
clean-feature-address = contient une adresse
clean-feature-author = mots de signatures
clean-feature-bars = séparateurs de menu
clean-feature-below-words = longueur du texte suivi au-dessous
clean-feature-block-share = part de son bloc dans tout le texte suivi
clean-feature-block-words = longueur de son bloc de texte suivi
clean-feature-bullet = commence par une puce
clean-feature-byline = forme d'une signature
clean-feature-capital-share = part des mots à majuscule
clean-feature-chars = longueur de la ligne
clean-feature-cohesion = mots communs avec la partie principale
clean-feature-cohesion-rest = mots communs avec le texte au-dessus d'elle
clean-feature-commas = virgules
clean-feature-comment = mots de sections de commentaires
clean-feature-comment-head = tête d'un commentaire
clean-feature-copies = se trouve plusieurs fois dans la page
clean-feature-copies8 = lignes répétées autour
clean-feature-credit = un crédit photo
clean-feature-date = une date dedans
clean-feature-dates = mots de lignes de date
clean-feature-dates8 = dates dans les 8 lignes autour
clean-feature-digit-share = part des chiffres
clean-feature-echo = son début se trouve ailleurs dans la page
clean-feature-ender-comment = un intertitre de commentaires au-dessus
clean-feature-enders-above = fins de section au-dessus
clean-feature-enders-below = fins de section au-dessous
clean-feature-ends = finit comme une phrase
clean-feature-ends-above-1 = une fin de phrase au-dessus
clean-feature-ends-above-2 = une fin de phrase deux lignes au-dessus
clean-feature-ends-below-1 = une fin de phrase au-dessous
clean-feature-ends-below-2 = une fin de phrase deux lignes au-dessous
clean-feature-first-lower = commence en minuscule
clean-feature-form = mots de formulaires
clean-feature-from-end = lignes au-dessous d'elle
clean-feature-from-long = distance à la ligne la plus longue
clean-feature-from-start = lignes au-dessus d'elle
clean-feature-from-stretch = distance au début de la partie principale
clean-feature-from-stretch2 = distance au début de la partie dense
clean-feature-from-title = distance au titre
clean-feature-gap-after = lignes vides après elle
clean-feature-gap-before = lignes vides avant elle
clean-feature-hints = nombre de mots parlants
clean-feature-in-stretch = dans la partie principale
clean-feature-in-stretch2 = dans la partie la plus dense
clean-feature-indent = retrait
clean-feature-last-mark = son dernier caractère
clean-feature-legal = mots de mentions légales
clean-feature-length15 = longueur des 15 lignes autour
clean-feature-length5 = longueur des 5 lignes autour
clean-feature-link-list = lignes courtes à la suite
clean-feature-markers = heures et dates entre elle et le début du texte
clean-feature-media = mots de crédits photo
clean-feature-nav = mots de menus
clean-feature-new-names = noms que la partie principale ne connaît pas
clean-feature-newsletter = mots de formulaires de lettres d'information
clean-feature-notice = mots d'avis du site
clean-feature-paywall = mots d'offres d'abonnement
clean-feature-period = un motif de lignes répété
clean-feature-position = place dans la page
clean-feature-prose-above = texte suivi au-dessus d'elle
clean-feature-prose-below = texte suivi au-dessous d'elle
clean-feature-prose-share = texte suivi dans la page
clean-feature-prose-since = texte suivi depuis la fin de section
clean-feature-prose-words = mots de texte suivi dans la page
clean-feature-prose10 = texte suivi dans les 10 lignes autour
clean-feature-prose25 = texte suivi dans les 25 lignes autour
clean-feature-prose4 = texte suivi dans les 4 lignes autour
clean-feature-quotes = guillemets
clean-feature-refrain-near = une ligne très répétée à côté d'elle
clean-feature-refrains = lignes répétées entre elle et le début du texte
clean-feature-related = mots d'annonces d'autres articles
clean-feature-rows = lignes de la page
clean-feature-same-indent = en retrait comme la partie principale
clean-feature-sentence-length = mots par phrase
clean-feature-sentences = nombre de phrases
clean-feature-share = mots de barres de partage
clean-feature-shouting = écrite en majuscules
clean-feature-since-ender = distance à une fin de section au-dessus
clean-feature-since-prose = distance au texte suivi au-dessus
clean-feature-stop-share = part des petits mots
clean-feature-stops = nombre de petits mots
clean-feature-stops-above-1 = petits mots dans la ligne au-dessus
clean-feature-stops-above-2 = petits mots deux lignes au-dessus
clean-feature-stops-below-1 = petits mots dans la ligne au-dessous
clean-feature-stops-below-2 = petits mots deux lignes au-dessous
clean-feature-stretch-words = longueur de la partie principale
clean-feature-telling-above-1 = mots parlants au-dessus
clean-feature-telling-above-2 = mots parlants deux lignes au-dessus
clean-feature-telling-below-1 = mots parlants au-dessous
clean-feature-telling-below-2 = mots parlants deux lignes au-dessous
clean-feature-telling10 = mots parlants dans les 10 lignes autour
clean-feature-telling4 = mots parlants dans les 4 lignes autour
clean-feature-time = une heure dedans
clean-feature-title-shared = mots communs avec le titre
clean-feature-to-ender = distance à une fin de section au-dessous
clean-feature-to-prose = distance au texte suivi au-dessous
clean-feature-to-stretch = distance à la fin de la partie principale
clean-feature-to-stretch2 = distance à la fin de la partie dense
clean-feature-upper-share = part des majuscules
clean-feature-word-length = longueur de ses mots
clean-feature-words = nombre de mots
clean-feature-words-above-1 = longueur de la ligne au-dessus
clean-feature-words-above-2 = longueur deux lignes au-dessus
clean-feature-words-above-3 = longueur trois lignes au-dessus
clean-feature-words-below-1 = longueur de la ligne au-dessous
clean-feature-words-below-2 = longueur deux lignes au-dessous
clean-feature-words-below-3 = longueur trois lignes au-dessous
clean-feature-words-share = part de tout le texte suivi
clean-field = champ { $name }
clean-field-value = champ { $name } « { $value } »
clean-heading = intertitre « { $text } »
clean-host = champ { $name } : l’hôte, non le titre de presse
clean-item = la page n’en dit rien ; la liste qui a donné son adresse dit « { $value } »
clean-last-title = la dernière de { $n } lignes de titre, celle qui touche au corps
clean-letters = les suites de ses lettres
clean-other-language = ses lettres sont celles d’une langue que le programme ne connaît pas ({ $language })
clean-little-kept = seuls { $percent } % de ses { $words } mots ont été gardés comme article.
clean-lines-joined = { $n ->
    [one] a { $n } ligne ; ce qui se trouve au-delà des { $told } premières est lu par blocs de plusieurs lignes.
   *[other] a { $n } lignes ; ce qui se trouve au-delà des { $told } premières est lu par blocs de plusieurs lignes.
}
clean-look-at-marked = regardez la vue marquée et remettez ce qui manque
clean-read-closely = a un article de plus de { $compared } : seul ce qui précède est comparé, et noms, chiffres et citations ne sont cherchés que dans ses { $named } premiers au plus.
clean-most-letters = aucune ligne ne se lit comme un article ; la ligne qui a le plus de lettres est montrée comme corps.
clean-name-alone = le nom « { $text } » se trouve seul à côté du titre, de la date ou de la fin
clean-no-paywall = aucune mention près du corps ne réserve la suite aux abonnés
clean-one-sentence = une phrase courte sous le titre
clean-only-change = seule la date d'une modification est donnée ; elle n'est pas prise pour celle de publication
clean-page-date = une date au-dessus du titre est celle de la page, non de l'article
clean-path = le chemin contient « { $part } »
clean-paywall = « { $text } » à côté du corps
clean-phrase = formule « { $text } »
clean-reading-time = temps de lecture annoncé
clean-recurring = se trouve dans { $n } des { $total } articles de la source
clean-day-in-address = l’adresse de l’article porte ce jour : { $address }
clean-day-beside-title = « { $text } » est le seul jour à côté du titre
clean-only-moment = le flux dit le { $day } de cet élément, et aucun autre jour
clean-day-shown = près de son article la page montre « { $day } » ; son en-tête dit le { $other }, sans dire de quoi
clean-days-agree = deux endroits de la page disent { $day }, un seul dit { $other }
clean-day-in-script = un script de la page donne { $day } comme jour de publication
clean-day-in-element = un élément de la page qui se dit une date porte « { $text } »
clean-day-set-apart = « { $text } » met le jour à part
clean-day-in-dateline = le premier paragraphe s’ouvre sur « { $text } »
clean-day-watched = un service de veille l'a trouvé à cette date : { $text }
clean-local-clock = l'instant « { $text } » tombe ce jour-là à l'heure du lieu ({ $clock }), par déduction
clean-local-dateline = la ligne de date porte « { $text } » ; les données de la dépêche portent { $day }
clean-local-day = la page imprime « { $text } » ; ses données portent un instant dont le jour à Greenwich est { $day }
clean-right-above-title = « { $text } » se trouve juste au-dessus du titre
clean-rule-below-rest = se trouve sous l'article
clean-rule-body-bridge = texte suivi au-dessus d'un formulaire du site
clean-rule-body-closed = se trouve entre le dernier paragraphe et les lignes par lesquelles une agence clôt son texte
clean-rule-body-densest = le passage le plus dense, rien ne se lisant comme un article
clean-rule-body-doubtful = dans le passage principal ; peu parle pour ou contre, donc gardé
clean-rule-body-headed = texte suivi sous le titre que nomme l'en-tête de la page
clean-rule-body-list = une liste de lignes faites de même, sous un paragraphe
clean-rule-body-resumed = continue l'article, dans un texte qui ne montre pas de page autour ; les poids parlaient contre, donc douteux
clean-rule-body-stretch = dans le passage principal, et son poids parle pour l'article
clean-rule-byline-dated = un nom et le jour, en une ligne
clean-rule-byline-name = un nom seul à côté de la tête de l'article
clean-rule-byline-role = se trouve sous le nom qui signe le texte
clean-rule-byline-written = dit qui l'a écrit
clean-rule-caption-credit = une phrase avec un crédit photo
clean-rule-caption-twin = les mêmes mots que la légende voisine
clean-rule-code-line = du code (script, style ou intégration), d'après son écriture
clean-rule-comment-section = sous le titre des commentaires
clean-rule-credit-sign = un crédit photo
clean-rule-cut-code = du code (script, style ou intégration) dans une ligne
clean-rule-cut-counted = dit combien de caractères le service a laissés de côté
clean-rule-cut-teaser = un renvoi collé entre deux phrases
clean-rule-date-stated = une ligne de date
clean-rule-head-above-title = se trouve au-dessus du titre
clean-rule-head-page-date = une date au-dessus du titre est celle de la collecte
clean-rule-head-rest = se trouve entre le titre et le corps sans être ni l'un ni l'autre
clean-rule-html-above = se trouve au-dessus du premier paragraphe
clean-rule-html-after-end = se trouve sous un intertitre annonçant d'autres articles
clean-rule-html-author = la page le donne pour l'auteur
clean-rule-html-below = se trouve sous le dernier paragraphe
clean-rule-html-class = la classe de son élément le dit
clean-rule-html-cookies = parle de cookies
clean-rule-html-dateline = s'ouvre sur le lieu d'où il est écrit
clean-rule-html-description = est la description que donne la page
clean-rule-html-element = son élément n'est pas celui d'un article
clean-rule-html-empty-heading = un intertitre sous lequel rien n'est de l'article
clean-rule-html-ender = un intertitre annonçant d'autres articles ou des commentaires
clean-rule-html-fallback = rien d'autre ne se lit comme un article
clean-rule-html-figure = se trouve dans une figure
clean-rule-html-gallery = se trouve sous une image, dans une page qui n'a guère d'autre texte
clean-rule-html-h1 = le titre de la page
clean-rule-html-heading = un intertitre de l'article
clean-rule-html-ld-body = le texte que portent les données de la page
clean-rule-html-lead = commence comme un renvoi ou un crédit
clean-rule-html-like = se lit et se place comme l'article
clean-rule-html-link-list = une liste de liens sous l'article
clean-rule-html-links = n'est presque que des liens
clean-rule-html-main = se trouve dans la partie principale de la page
clean-rule-html-outside = se trouve hors de la partie principale de la page
clean-rule-html-replies = se trouve là où les lecteurs se répondent
clean-rule-html-advert = se trouve sous une mention qui dit que c'est une publicité
clean-rule-html-filler = des mots qui tiennent la place d'un texte non montré
clean-rule-html-request = demande quelque chose au lecteur
clean-rule-html-short = quelques mots sans fin de phrase
clean-rule-html-signed = signe l'article sous son dernier paragraphe
clean-rule-html-time = la page le donne pour une date
clean-rule-html-title = est le titre que donne la page
clean-rule-html-unlike = ne se lit ni ne se place comme l'article
clean-rule-inside-rest = se trouve entre des paragraphes sans en être un
clean-rule-line-blank = rien que du blanc
clean-rule-link-line = mène ailleurs : derrière une flèche, ou devant le nom d'un lecteur vidéo
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
clean-rule-repeat-cut = les mêmes phrases se trouvent plus haut : le texte est imprimé deux fois
clean-rule-repeat-line = les mêmes mots se trouvent plus haut : le texte est imprimé deux fois
clean-rule-standfirst-apart = un paragraphe sous le titre, bien plus court que ceux qui le suivent ; rien d'autre ne le distingue, donc douteux
clean-rule-standfirst-head = texte suivi entre le titre et le corps
clean-rule-standfirst-repeated = le chapô une nouvelle fois
clean-rule-subheading-short = une ligne courte sans point final au-dessus de plus longues
clean-rule-tail-agency = l'agence qui clôt le texte
clean-rule-tail-day = le jour par lequel une agence clôt son texte
clean-rule-tail-desk = les initiales du service par lesquelles une agence clôt son texte
clean-rule-tail-rights = à qui sont les droits, par quoi une agence clôt son texte
clean-rule-title-head = la ligne au-dessus du corps dont le corps reprend les mots
clean-rule-title-repeated = le titre une nouvelle fois
clean-rule-title-wrapped = le titre se poursuit ici
clean-signature = signature « { $text } »
clean-site-calls-itself = le site se nomme ainsi dans « { $text } »
clean-site-names = le site nomme « { $name } » dans « { $text } »
clean-stop-words = { $n } des { $total } mots du corps sont des mots-outils de cette langue
clean-title-taken-up = la ligne au-dessus du corps que ses mots reprennent
clean-weekday-differs = le texte dit « { $text } », ce que cette date n'est pas
clean-weekday-fits = un jour de la semaine du texte est celui de cette date
clean-weight = { $weight } : { $reasons }
clean-weight-little = { $feature } (peu ou pas) { $weight }
clean-weight-much = { $feature } (beaucoup) { $weight }

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

speaker-accordance = « selon », dans la même phrase
speaker-accordance-near = « selon », juste à côté de la citation
speaker-agent = nommé avec « par » derrière le participe
speaker-aside = verbe de parole entre virgules avant la citation
speaker-before-far = sujet d'un verbe de parole plus tôt dans la phrase
speaker-before-near = sujet du verbe de parole avant la citation
speaker-behind = verbe de parole juste derrière la citation
speaker-behind-direct = sujet et verbe de parole derrière la citation
speaker-behind-far = verbe de parole à la fin de la phrase
speaker-behind-other = un autre verbe de parole derrière la citation
speaker-between = locuteur de la première moitié de la citation
speaker-clause = sujet de la proposition autour de la citation
speaker-closing = verbe de parole qui ferme la phrase
speaker-colon = nom devant un deux-points
speaker-colon-before = annoncé par le paragraphe d'avant
speaker-continues = même locuteur que la citation d'avant
speaker-document = un document
speaker-governed = derrière une préposition
speaker-heading = locuteur de la citation qui suit
speaker-inside = verbe de parole entre virgules dans la citation
speaker-interview = réponse à une question, de celui dont parle le texte
speaker-joined = joint à la citation d'avant
speaker-meant = celui que le pronom ou la description peut désigner
speaker-message = un message, envoyé par quelqu'un
speaker-near = nommé près de la citation
speaker-nearer = un autre verbe de parole est plus proche
speaker-nobody = dit par personne que le texte nomme
speaker-none = personne ne parle
speaker-only = le seul que le texte cite
speaker-organisation = une organisation
speaker-passive = un verbe de parole au passif continue avec qui a parlé
speaker-person = une personne
speaker-place = un lieu
speaker-quoted-verb = sujet du verbe par lequel la citation commence
speaker-reported = locuteur de la phrase d'avant
speaker-same-words = les mêmes mots sont cités de lui ailleurs
speaker-source = « selon », à la fin de la phrase
speaker-subject = sujet de la phrase
speaker-subject-before = sujet de la phrase d'avant
speaker-thing = une chose
speaker-unclear = le texte ne le dit pas assez clairement

## story

event-days = { $apart }, { $early } et { $late }
event-places = d'autres lieux au début, peu de texte commun
event-roles = le même acte, les rôles échangés
finding-age = L'âge d'une même personne diffère
finding-as-fact = dit comme un fait
finding-attributed = dit par { $name }
finding-attribution = L'attribution diffère
finding-calendar = Le jour de la semaine ne va pas avec la date
finding-cited = « { $words } »
finding-days = Deux jours ne vont pas ensemble
finding-direction = Le même acte, rôles inversés
finding-figure = Les chiffres diffèrent
finding-figure-inside = Le même article donne deux valeurs
finding-figure-rougher = Un même chiffre, plus ou moins précis
finding-hedge = Dit avec un autre degré de certitude
finding-name = Deux graphies, peut-être un seul nom
finding-names-exchanged = Les parties de deux noms sont interverties
finding-of-both = { $what } · A : { $a } · B : { $b }
finding-of-one = { $what } · { $side } : { $said }
finding-place = Les lieux diffèrent
finding-quote = Les mots cités diffèrent
finding-several = Un seul, ou plusieurs
finding-share = { $percent } % des mots sont dans l'autre
finding-two = { $first } et { $second }
finding-update = L'un pourrait être une version de l'autre
matrix-difference = { $what } · { $first } : { $a } · { $second } : { $b }
link-reason-by-hand = posé à la main
link-reason-figure = même chiffre { $figure }
link-reason-name = nom rare { $name }
link-reason-quote = même citation « { $words } »
link-reason-run = { $n } mots de suite
link-reason-words = mots communs { $words }
origins-known = { $n ->
    [one] { $n } origine connue : { $names }
   *[other] { $n } origines connues : { $names }
}
origins-unknown = { $n ->
    [one] { $n } article d'origine inconnue
   *[other] { $n } articles d'origine inconnue
}
story-alone = seul
story-below = ressemblance moyenne { $mean }, sous { $bar }
story-by-hand = mis ici à la main
story-day-far = son jour est trop loin de celui des autres
story-day-of-one = le jour de l'un des deux n'est pas connu
story-days-apart = { $n ->
    [one] à { $n } jour d'écart
   *[other] à { $n } jours d'écart
}
story-days-unknown = on ne connaît le jour d'aucun des deux : seuls les mots parlent pour
story-in-another = il tient davantage à une autre histoire, où il est
story-kept-apart = il en est tenu à part
story-like = ressemblance { $likeness } avec « { $title } »
story-same-day = même jour
story-share = les deux ont { $words }

## mots qu'une requête accepte, séparés par des virgules ; ceux de toutes les langues valent à la fois

query-agency = agence
query-author = auteur, autrice, par
query-changed = modifié
query-comments = commentaires
query-contested = contesté
query-date = date, jour
query-done = fait
query-drop = écarter, écarté
query-embargoed = embargo
query-entity = entité, personne, lieu, organisation, nom
query-follow = suivre, à suivre, asuivre, suivi
query-is = est
query-keep = retenir, retenu, garde, garder
query-lang = langue
query-left = reste
query-note = note, notes
query-noted = annoté, note
query-path = chemin, fichier
query-paywalled = payant
query-read = lu
query-removed = ôtés, blocs ôtés
query-saved = gardée, recherche
query-source = source, média, titre de presse
query-state = état
query-tag = étiquette
query-text = texte, corps
query-title = titre
query-titles = titres, titre
query-to-read = à lire, alire
query-today = aujourd'hui, aujourdhui
query-updated = actualisé
query-withdrawn = retiré
query-yesterday = hier

## search

search-bad-regex = cette expression régulière est illisible : { $reason }.
search-close-parenthesis = cette parenthèse fermante n'a pas d'ouvrante.
search-is = `is:` prend read, left, noted, paywalled, contested, changed, updated, withdrawn ou embargoed.
search-minus = un signe moins demande un mot derrière lui.
search-no-value = `{ $field }` demande une valeur après les deux-points.
search-date-reversed = « { $text } » finit avant de commencer : aucun jour n'y est.
search-no-operator = { $word } n'est pas un opérateur ici, il est cherché comme un mot ; OU, SAUF et les parenthèses en sont, les guillemets tiennent des mots ensemble
search-not-date = « { $text } » n'est pas une date ; écrivez 2023, 2023-09, 2023-09-13, >2023-09-13 ou 2023-09-01..2023-09-30.
search-not-field = `{ $field }` n'est pas un champ ; les champs sont { $known } ; mettez le mot entre guillemets pour le chercher.
search-not-language = « { $text } » n'est pas un code de langue comme fr ou en.
search-not-state = « { $text } » n'est pas un état ; les états sont { $known }.
search-states = à_lire, à_suivre, retenu, écarté, fait
search-open-parenthesis = cette parenthèse n'est jamais fermée.
search-open-quotation = ce guillemet n'est jamais fermé.
search-open-regex = cette expression régulière n'a pas de barre fermante.
search-not-saved = aucune recherche n'est gardée sous le nom « { $name } »{ $meant }.
search-or-sides = OU demande quelque chose des deux côtés.
search-saved-circle = la recherche gardée « { $name } » se nomme elle-même.
search-saved-wrong = dans la recherche gardée « { $name } » : { $why }
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
triage-following = suivi : { $address }
triage-joins-story = dans une même histoire
triage-judged = → { $state }
triage-leaves-story = hors de l'histoire
triage-line-left = cette ligne a été sautée et laissée en place : { $reason }.
triage-line-torn = cette ligne a été coupée ou changée et a été sautée ; les entrées voisines sont entières.
triage-name-kind = { $name } : { $kind }
triage-no-act = elle n'est ni un acte, ni une annulation, ni un rétablissement
triage-not-a-name = { $form } n’est pas un nom
triage-note = + note « { $text } »
triage-note-deleted = − note
triage-note-moved = note déplacée
triage-note-rewritten = note réécrite « { $text } »
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
triage-retracted = n'est plus : { $decision }
triage-same-name = { $form } = { $name }
triage-search = « { $name } » = { $query }
triage-sheet-differs = Passages qui diffèrent
triage-sheet-figures = Chiffres, dates et durées qui diffèrent
triage-sheet-findings = Ce qui diffère
triage-sheet-names = Noms d'un seul côté
triage-sheet-noted = Noté
triage-sheet-only-a = Seulement dans A (pas trouvé dans B par cette méthode)
triage-sheet-only-b = Seulement dans B (pas trouvé dans A par cette méthode)
triage-sheet-perhaps = Peut-être la même chose
quotations-of = Ce que dit { $name }
quotations-read = { $n ->
    [one] { $n } citation
   *[other] { $n } citations
} ; articles lus : { $read } sur { $all } ; chaque citation une fois
quotations-doubtful = attribution incertaine
quotations-also = aussi : { $others }
triage-sheet-quotes = Citations communes
triage-sheet-reworded = Dit autrement
triage-sheet-shared-names = Noms communs
triage-sheet-texts = Les textes dans l'ordre de A
triage-state-done = fait
triage-state-drop = écarté
triage-state-follow = à suivre
triage-state-keep = retenu
triage-state-to-read = à lire
triage-stories = { $n ->
    [one] { $n } histoire
   *[other] { $n } histoires
}
triage-story = histoire { $name }
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

store-crawl-machinery = { $n ->
    [one] { $n } fichier de la collecte (index, liste de pages) ne contient aucune page et a été laissé de côté.
   *[other] { $n } fichiers de la collecte (index, liste de pages) ne contiennent aucune page et ont été laissés de côté.
}
store-archive-depth = est une archive dans { $n } autres, la limite ; elle a été sautée.
store-archive-away = L'archive est illisible : { $reason }.
store-archive-more = Seuls les { $most } premiers articles qui pourraient répondre ont été regardés.
store-archive-more-hint = demandez moins, ou davantage d'entre eux par --pull
store-archive-no-stdin = l'entrée standard ne se partage pas ; nommez des fichiers ou des dossiers
store-archive-no-tables = elle n'a pas encore les tables d'une archive : kiosque import les crée
store-archive-not-built = ce kiosque a été construit sans archives (feature postgres)
store-archive-not-taken = L'archive ne prend pas cet article ; il est laissé de côté.
store-archive-left-out = Il n'a pu être examiné à cause d'une erreur interne ; il n'a pas été versé.
store-archive-more-aside = { $rows ->
    [one] Une autre ligne n'est pas un article d'ici ; elle est laissée de côté.
   *[other] { $rows } autres lignes ne sont pas des articles d'ici ; elles sont laissées de côté.
}
store-archive-row-aside = La ligne { $position } n'est pas un article d'ici ; elle est laissée de côté.
store-archive-too-large = il dépasse ce qui se relit d'une archive
store-archive-unpacked = Il n'a pu être compressé et n'a pas été versé : { $reason }.
store-archive-silent = { $months ->
    [one] Son seul mois, { $silent }, n'a pas répondu : { $reason }.
   *[other] { $answered } mois sur { $months } ont répondu ; pas { $silent } : { $reason }.
}
store-archive-other-version = ses tables sont de version { $found }, et ce kiosque connaît { $known }
store-archive-piece-changed = a changé pendant l'import : ce qui en fut lu est gardé ; importez-le de nouveau.
store-bomb = une fois ouverte elle dépasse la limite d'une archive
store-bomb-ratio = une fois ouverte elle fait plus de { $ratio } fois sa taille, la limite
store-catalogue-damaged = contient un catalogue abîmé ; il est refait.
store-catalogue-lost = contient un catalogue abîmé, ou qu'un autre programme a changé pendant qu'il était ouvert ; il sera refait au prochain démarrage.
store-catalogue-unwritten = ne peut pas être écrit ({ $reason }) : ce qui est trouvé reste en mémoire, et le corpus sera relu au prochain démarrage.
store-changed-on-disk = a changé sur le disque depuis sa lecture ; il n'est pas montré tel qu'il était.
store-check-path = vérifiez le chemin et ses droits
store-database-address = l'adresse est illisible
store-desk-away = Le desk est injoignable ({ $reason }). Vos décisions restent dans le journal et seront envoyées plus tard.
store-desk-back = Le desk répond de nouveau.
store-database-closed = la connexion a pris fin
store-desk-newer = ses tables sont de la version { $found }, et ce kiosque connaît la { $known }
store-database-expired = son certificat n'est pas valable à l'heure de cette machine
store-database-full = son disque est plein
store-database-no-certificate = il ne contient aucun certificat (PEM)
store-database-no-certificates = cette machine n'a aucun certificat pour reconnaître le serveur
store-database-other-name = son certificat porte un autre nom que l'adresse
store-database-plain = elle ne chiffre pas ; si c'est voulu, ?sslmode=disable dans l'adresse le dit
store-database-roots = sslrootcert : { $file } : { $reason }
store-database-tls = la connexion chiffrée a échoué : { $reason }
store-database-untrusted = son certificat ne vient de personne à qui cette machine se fie ; sslrootcert=FICHIER dans l'adresse en nomme une autorité
store-desk-no-tables = il n'a pas encore les tables d'un desk : kiosque desk --init les crée
store-desk-reads-only = À ce desk, vous lisez sans écrire : vos décisions restent dans votre journal.
store-desk-refused = Le desk ne prend pas l'entrée { $id } ; elle reste dans le journal.
store-desk-more-aside = { $rows ->
    [one] Une autre ligne n'est pas une entrée de journal ; elle est laissée de côté.
   *[other] { $rows } autres lignes ne sont pas des entrées de journal ; elles sont laissées de côté.
}
store-desk-row-aside = La ligne { $id } n'est pas une entrée de journal ; elle est laissée de côté.
store-database-read-only = elle n'accepte que la lecture en ce moment
store-database-silent = il n'a pas répondu à temps
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
store-journal-torn-moved = { $n ->
    [one] { $n } ligne abîmée a été mise ici.
   *[other] { $n } lignes abîmées ont été mises ici.
}
store-journal-unreadable = le journal n'a pu être lu ({ $reason }) ; aucun verdict antérieur n'est connu.
store-journal-unwritten = le journal n'a pu être écrit
store-leads-out = a un nom qui mène hors de son archive ; l'entrée a été sautée.
store-link-broken = est un lien symbolique qui ne mène nulle part ou tourne en rond : { $reason }.
store-link-to-folder = est un lien vers un dossier ; ces liens ne sont pas suivis.
store-name-folder = nommez le dossier lui-même pour le lire
store-no-home = il n'y a pas de dossier personnel ({ $reason }) ; dites où garder les verdicts avec --state-dir ou { $variable }
store-no-locks = ce système de fichiers n'a pas de verrous
store-no-permission = le dossier est protégé en écriture
store-no-text = { $n ->
    [one] contient { $n } image, programme ou autre fichier sans texte, sauté.
   *[other] contient { $n } images, programmes et autres fichiers sans texte, sautés.
}
store-not-in-corpus = n'est pas un article de ce corpus.
store-please-report = Signalez-le avec le fichier, s'il vous plaît.
store-r-looks-again = R relit les fichiers
store-r-reads-again = R le relit
store-read-only = le disque est en lecture seule
store-session-damaged = la dernière session est abîmée ({ $reason }) ; on repart de zéro.
store-session-set-aside = la dernière session est abîmée ({ $reason }), le fichier a été mis de côté ; on repart de zéro.
store-session-unreadable = la dernière session n'a pu être lue ({ $reason }) ; on repart de zéro.
store-settings-unreadable = les réglages n'ont pu être lus ({ $reason }) ; les valeurs par défaut servent.
notice-more-alike = { $n ->
    [one] { $n } autre avis d'une sorte déjà dite vingt fois n'a pas été répété.
   *[other] { $n } autres avis d'une sorte déjà dite vingt fois n'ont pas été répétés.
}
store-overlapping = { $n ->
    [one] liste { $n } entrée qui partage ses octets avec une autre ; elle a été lue une fois.
   *[other] liste { $n } entrées qui partagent leurs octets avec une autre ; elles ont été lues une fois.
}
store-no-file = ce n'est pas un fichier (tube, socket ou périphérique)
store-no-utf8 = ce n'est pas du texte en UTF-8
store-larger-than = il fait plus de { $limit } Mo, la limite
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

## store: following addresses

live-broken = La réponse de { $host } n'est pas du HTTP : { $reason }
live-broken-off = La réponse de { $host } s'est interrompue avant la fin.
live-certificates = SSL_CERT_FILE : { $file } : { $reason }
live-in-use = { $path } : un autre kiosque relève dans ce dossier.
live-no-address = Ce n'est pas une adresse du web (http:// ou https://, sans mot de passe) : { $address }
live-no-article = Aucun article n'a été trouvé dans ce qui est venu.
live-no-certificate = il ne contient aucun certificat (PEM)
live-no-folder = { $path } : rien ne peut y être relevé : { $reason }
live-no-network = Cette version de kiosque est sans réseau (feature live).
live-no-page = Ce n'est pas une page ({ $kind }).
live-no-proxy = { $name } : ce n'est pas l'adresse d'un proxy, telle que http://proxy.example:3128 ; rien n'est demandé sans lui.
live-not-kept = Ce qui est venu n'a pas pu être gardé : { $reason }
live-private = { $host } est dans un réseau privé ; nommez vous-même une de ses adresses pour qu'il soit interrogé.
live-proxy = Le proxy { $proxy } ne mène pas à { $host } : il a répondu { $status }.
live-redirect-circle = L'adresse renvoie en rond.
live-redirect-nowhere = L'adresse renvoie à ce qui n'en est pas une.
live-redirects = L'adresse renvoie trop de fois.
live-robots = Le robots.txt de son hôte ne le permet pas.
live-rules-unreachable = Son hôte n'a pas dit ce que les robots peuvent demander (robots.txt).
live-state-lost = Ce qui a été relevé est gardé, mais pas quand : { $reason }
live-status = Le serveur a répondu { $status }.
live-tls = Aucune connexion chiffrée fiable avec { $host } : { $reason }
live-too-large = C'est plus de { $mb } Mo.
live-too-slow = Aucune réponse de { $host } à temps.
live-unknown-host = Il n'y a pas d'hôte { $host }.
live-unreachable = { $host } est injoignable : { $reason }

## job

export-no-copy = aucune copie n'est gardée
export-refused = { $what } : { $reason }
job-adjust-failed = Vos corrections n'ont pu y être appliquées à cause d'une erreur interne ; il est montré tel que son fichier le donne.
job-facts-failed = Ses citations, chiffres et dates n'ont pu être cherchés à cause d'une erreur interne ; le reste continue sans eux.
job-internal-error = Un travail de fond s'est arrêté sur une erreur interne : { $reason }.
job-names-failed = Ses noms n'ont pu être cherchés à cause d'une erreur interne ; le reste continue sans eux.
job-no-thread = Le système a refusé un fil d'exécution ; le travail n'a pas commencé.
job-signature-failed = Il n'a pu être comparé aux autres articles à cause d'une erreur interne ; il n'entre dans aucune histoire.
job-words-failed = Ses mots n'ont pu être rassemblés à cause d'une erreur interne ; les recherches lisent l'article lui-même.
sheet-longer = l'un cite plus long
sheet-near-words = presque les mêmes mots
sheet-other-events = ≠ ÉVÉNEMENTS DIFFÉRENTS
sheet-other-events-days = { $n ->
    [one] ≠ ÉVÉNEMENTS DIFFÉRENTS ({ $n } jour d'écart)
   *[other] ≠ ÉVÉNEMENTS DIFFÉRENTS ({ $n } jours d'écart)
}
sheet-other-words = mots cités différents
sheet-same-words = mêmes mots
sheet-shares = { $a } % de A et { $b } % de B ont un pendant dans l'autre.
sheet-speaker = { $who } : { $verdict }
table-after = d'après
table-compared-of = De { $texts }, seuls les { $compared } premiers sont comparés
table-day = jour
table-days = Jours racontés
table-differences = différences
table-fact = fait
table-facts-note = Les faits sous une parution sont ceux qu'elle est la première à donner ; = : d'autres l'ont peut-être donné avant, jour ou heure ne le dit pas ; ? : probablement le même fait, pas sûr.
table-first-here = d'abord ici
table-names = cite
table-origins = origines
table-origins-unknown = d'origine inconnue
table-outlet = média
table-published = parution
table-read-of = Lus : les { $read } premiers sur { $articles }
table-report = parution
table-signs = ● dit, ~ en partie, ≠ diffère, · pas trouvé par cette méthode, ≡ confirmé plus tard, ? probable ou douteux, à vérifier
table-text = texte
table-timeline = Chronologie
table-what = quoi
table-who-says-what = Qui dit quoi

## actions

# What an action does: verb first, at most 40 columns.
action-down = descendre
action-up = monter
action-half-down = demi-page plus bas
action-half-up = demi-page plus haut
action-percent = aller à tant pour cent (50%)
action-page-down = page suivante
action-page-up = page précédente
action-first = aller au début (7gg : ¶7)
action-last = aller à la fin
action-focus-left = volet de gauche, replier
action-focus-right = volet de droite, déplier
action-next-pane = volet suivant
action-previous-pane = volet précédent
action-open = ouvrir, aligner
action-next-article = article suivant
action-previous-article = article précédent
action-scroll-down = faire défiler l'article, les passages
action-scroll-up = faire remonter l'article, les passages
action-next-paragraph = paragraphe suivant
action-previous-paragraph = paragraphe précédent
action-page-on = page suivante
action-cycle-view = nettoyé › marqué › brut
action-who-says-what = qui dit quoi, d'après qui
action-timeline = chronologie : qui le premier, d'après qui
action-facts-alone = seulement ce qu'un seul texte dit
action-facts-omitted = seulement ce que ce texte ne dit pas
action-facts-differing = seulement ce qui diffère
action-sort-origins = trier par origines indépendantes
action-sort-time = trier par première parution
action-sort-text = dans l'ordre de ce texte
action-article-card = fiche : source, date, preuves
action-article-versions = versions de l'article
action-put-back = remettre ce bloc dans l'article
action-correct-source = corriger la source
action-correct-date = corriger la date
action-correct-author = corriger l'auteur
action-correct-title = corriger le titre
action-open-editor = ouvrir le fichier dans $EDITOR
action-open-link = ouvrir la page d'origine
action-tick = cocher et descendre
action-range = cocher une plage
action-tick-all = tout cocher, tout décocher
action-tick-query = cocher ce qui répond à une requête
action-invert-ticks = inverser les coches
action-toggle-read = lu / non lu
action-read-all = marquer lue toute l'histoire, la source
action-follow = à suivre
action-keep = retenir
action-drop = écarter
action-mark-done = fait
action-mark-to-read = à lire (aucun état)
action-drop-rest = écarter le reste de l'histoire
action-merge-stories = fusionner les histoires cochées
action-split-story = sortir de l'histoire
action-tag = ajouter une étiquette
action-untag = ôter une étiquette
action-repeat = refaire la dernière action ici
action-queue = file : un article à la fois
action-next-unread = article suivant non lu
action-previous-unread = article précédent non lu
action-board = tableau : colonnes par état
action-take-back = annuler ou rétablir cette décision
action-take-back-to = tout annuler jusqu'à celle-ci
action-undo = annuler
action-save-search = garder la recherche sous un nom
action-kept-searches = aller aux recherches gardées
action-rename-search = renommer la recherche gardée
action-remove-search = ne plus garder la recherche
action-move-search-up = monter la recherche gardée
action-move-search-down = descendre la recherche gardée
action-what-key = dire ce que fait une touche
action-redo = rétablir
action-select = sélectionner une phrase, puis étendre
action-grow-word = étendre d'un mot
action-shrink-word = raccourcir d'un mot
action-other-end = changer de bout
action-note = noter ; ici : récrire la note
action-notes-here = notes de cet article
action-notes = toutes les notes
action-edit-note = récrire la note dans $EDITOR
action-delete-note = ôter la note
action-export = exporter : article, fiche, notes, titres…
action-pipe = passer à une commande du shell
action-copy-sentence = copier la phrase avec sa référence
action-copy-selection = copier le passage avec sa référence
action-copy-paragraph = copier le paragraphe
action-copy-quote = copier la citation et son auteur
action-copy-title = copier le titre
action-copy-link = copier l'adresse ou le chemin
action-copy-id = copier l'identifiant
action-copy-difference = copier la différence (Markdown)
action-compare = poser A, puis comparer
action-group-next = grouper : source › jour › histoire › état
action-group-source = grouper par source
action-group-day = grouper par jour
action-group-story = grouper par histoire
action-group-state = grouper par état (tri)
action-sort-date = trier par date
action-sort-source = trier par source
action-sort-title = trier par titre
action-sort-words = trier par longueur
action-sort-reverse = inverser l'ordre
action-filter = filtrer la liste
action-find = chercher dans ce volet
action-search-corpus = chercher dans tout le corpus
action-search-word = ce nom dans tout le corpus
action-next = occurrence ou différence suivante
action-previous = occurrence ou différence précédente
action-next-mention = mention suivante du nom
action-search-comments = fouiller aussi les réactions, ou non
action-search-removed = fouiller aussi les blocs ôtés, ou non
action-previous-mention = mention précédente du nom
action-toggle-spelling = joindre ou séparer la forme
action-merge-name = c'est aussi… (joindre un autre nom)
action-split-name = cette forme est un autre nom
action-name-kind = genre du nom : le suivant
action-entity-page = page du nom : formes, dates, citations
action-hide-name = ce n'est pas un nom : cacher partout
action-filter-entity = ne garder que les articles qui le nomment
action-go-to = aller à n'importe quoi
action-palette = toutes les actions
action-help = aide des touches
action-tour = la visite du corpus d'exemple
action-problems = problèmes et messages
action-follow-address = suivre une adresse
action-leave-address = ne plus suivre une adresse
action-followed-addresses = adresses suivies
action-journal = journal des décisions
action-set-mark = poser une marque
action-go-to-mark = aller à une marque
action-jump-back = revenir d'un saut
action-jump-forward = refaire le saut
action-next-group = groupe suivant (histoire)
action-previous-group = groupe précédent
action-fold = replier le groupe
action-unfold = déplier le groupe
action-toggle-fold = replier ou déplier
action-fold-all = replier toutes les histoires
action-unfold-all = déplier toutes les histoires
synonyms-next-group = histoire suivante, next story
synonyms-fold-all = tout replier, collapse all
action-zoom = volet en plein écran
action-toggle-entities = montrer ou cacher les noms
action-toggle-focus-line = éclairer la ligne lue, ou non
action-toggle-footnotes = ce qui est retiré : sur place ou dessous
action-toggle-hyphens = couper les mots, ou non
action-toggle-justified = texte justifié ou en drapeau
action-wider-list = élargir la liste
action-wider-text = colonne de texte plus large
action-narrower-list = rétrécir la liste
action-narrower-text = colonne de texte plus étroite
action-even-panes = largeurs d'origine
action-toggle-mouse = rendre la souris au terminal
action-finding = aller à la différence de ce numéro
action-next-passage = passage lié suivant
action-previous-passage = passage lié précédent
action-next-alone = texte suivant qu'un seul a
action-previous-alone = texte précédent qu'un seul a
action-nearest = endroits proches dans l'autre texte
action-pin-candidate = ces deux passages vont ensemble
action-swap-sides = échanger A et B
action-link-scroll = lier ou délier le défilement
action-presentation = changer de présentation
action-fold-common = replier davantage
action-unfold-common = déplier davantage
action-reference = A face à tous ceux de l'histoire
action-third-column = troisième colonne : article suivant
action-pin-together = les deux passages ici vont ensemble
action-pin-to-nothing = ce passage n'a pas de pendant
action-unpin = ôter ce qui est posé à la main ici
action-ignore-typography = ignorer la typographie, ou non
action-ignore-case = ignorer la casse, ou non
action-ignore-accents = ignorer les accents, ou non
action-layer-all = parcourir : les différences
action-layer-passages = parcourir : passages communs
action-layer-quotes = parcourir : citations
action-layer-figures = parcourir : chiffres
action-layer-only = parcourir : seulement dans un
action-layer-entities = parcourir : noms
action-close = fermer la vue, quitter
action-dismiss = ôter une couche
action-quit = quitter tout de suite
action-abort = quitter ; pick n’écrit rien
action-suspend = suspendre
action-bring-in = prendre ce qui a changé sur le disque
action-redraw = redessiner
action-accept = valider, choisir
action-next-line = ligne suivante
action-previous-line = ligne précédente
action-some-lines-down = cinq lignes plus bas
action-some-lines-up = cinq lignes plus haut
action-ten-lines-down = dix lignes plus bas
action-ten-lines-up = dix lignes plus haut
action-first-line = aller au début
action-last-line = aller à la fin
action-complete = compléter ; note : sur autre chose
action-write-in-editor = écrire la note dans $EDITOR
action-beside-both = troisième colonne : cet article
action-back-from-mark = revenir d'un saut
action-next-item = exporter autre chose : suivant
action-previous-item = exporter autre chose : précédent
action-rename-file = renommer le fichier
action-cancel = fermer
action-export-article = quoi : l'article
action-export-ticked = quoi : les articles cochés
action-export-story = quoi : l'histoire
action-export-comparison = quoi : la fiche de comparaison
action-export-matrix = quoi : qui dit quoi
action-export-timeline = quoi : la chronologie
action-export-notes = quoi : toutes les notes
action-export-quotations = quoi : les citations du nom
action-export-titles = quoi : titres et liens
action-export-citation = quoi : la phrase citée
action-as-markdown = format : Markdown
action-as-plain = format : texte
action-as-html = format : HTML
action-as-csv = format : CSV
action-as-json = format : JSON
action-as-json-lines = format : JSON Lines
action-as-bibtex = format : BibTeX
action-as-csl = format : CSL-JSON
action-as-ris = format : RIS
action-as-template = format : modèle à vous, par son numéro
action-commands = vos propres commandes
action-plots = tracés : jours, communs, places
action-to-file = vers : un fichier
action-to-clipboard = vers : le presse-papiers
action-to-pipe = vers : une commande du shell
action-to-editor = vers : l'éditeur

# One or two words for the footer.
hint-3rd-column = 3e colonne
hint-a-against-all = A face à tous
hint-actions = actions
hint-alone = un seul
hint-apart = sans pendant
hint-article = article ±
hint-back-to-here = jusqu'ici
hint-accept = valider
hint-choose = choisir
hint-close = fermer
hint-column = colonne
hint-comments = réactions
hint-compare = comparer
hint-copy = copier
hint-differs = diffère
hint-drop = écarter
hint-editor = éditeur
hint-end = bout
hint-export = exporter
hint-extend = étendre
hint-keep-search = garder
hint-filter = filtrer
hint-follow = suivre
hint-go = y aller
hint-go-to = aller à
hint-group = grouper
hint-help = aide
hint-hide = cacher
hint-join = joindre
hint-join-part = joindre/séparer
hint-keep = retenir
hint-left-out = omis ici
hint-let-go = laisser
hint-marked = marqué
hint-move = bouger
hint-move-2 = parcourir
hint-nearest = proches
hint-next = suivant
hint-next-2 = ≠ suivant
hint-next-mention = mention suivante
hint-note = noter
hint-one-word-more = mot de plus
hint-open = ouvrir
hint-page = page
hint-pane = volet
hint-part = séparer
hint-passage = passage
hint-put-back = remettre
hint-rename = renommer
hint-remove = ôter
hint-removed = blocs ôtés
hint-rewrite = récrire
hint-run = lancer
hint-scroll = défiler
hint-search = chercher
hint-spellings = formes
hint-story = histoire ±
hint-suggests = propose
hint-swap = échanger
hint-tick = cocher
hint-timeline = chronologie
hint-together = ensemble
hint-undo = annuler
hint-fold = replier
hint-unfold = déplier
hint-view = vue
hint-who-says-what = qui dit quoi
hint-whole-corpus = tout le corpus

# Other words by which the palette finds an action.
synonyms-down = bas suivant
synonyms-finding = difference discrepancy figure écart différence
synonyms-fold-common = collapse expand replier déplier
synonyms-nearest = candidates perhaps candidats peut-être proche
synonyms-next-alone = only exclusive seul exclusif
synonyms-up = haut
synonyms-first = début haut
synonyms-last = fin bas
synonyms-focus-left = replier fermer collapse
synonyms-focus-right = déplier expand
synonyms-next-pane = focus
synonyms-previous-pane = focus
synonyms-open = lire read
synonyms-cycle-view = nettoyage ledger raw marked clean
synonyms-who-says-what = matrice matrix agence agency origines
synonyms-timeline = histoire story chronologie dates
synonyms-facts-alone = filtre filter exclusif seul
synonyms-facts-omitted = filtre filter omission absent gap
synonyms-facts-differing = filtre filter
synonyms-sort-origins = ordre order
synonyms-sort-time = ordre order date temps
synonyms-sort-text = ordre order
synonyms-article-card = preuve claim evidence fiche
synonyms-article-versions = historique modifié corrigé mise à jour
synonyms-put-back = ledger nettoyage restore
synonyms-correct-source = média outlet claim
synonyms-correct-date = claim published
synonyms-correct-author = auteur signature byline claim
synonyms-correct-title = claim titre
synonyms-open-editor = éditeur
synonyms-open-link = navigateur browser url
synonyms-tick = select
synonyms-range = visual select
synonyms-tick-all = select all
synonyms-tick-query = select requête bulk
synonyms-invert-ticks = inverser
synonyms-toggle-read = unread non lu
synonyms-read-all = tout lu marquer catchup mark read
synonyms-follow = état state suivre
synonyms-keep = état state garder
synonyms-drop = état state jeter
synonyms-mark-done = état state fini
synonyms-mark-to-read = état state
synonyms-drop-rest = story doublons
synonyms-merge-stories = histoire story fusion événement event
synonyms-split-story = histoire story séparer scinder
synonyms-tag = étiquette label
synonyms-untag = étiquette label
synonyms-repeat = répéter again
synonyms-queue = tri triage
synonyms-next-unread = non lu suivant unread next
synonyms-board = tri triage kanban
synonyms-take-back = défaire
synonyms-take-back-to = défaire
synonyms-undo = défaire
synonyms-redo = refaire
synonyms-select = sélection passage visual
synonyms-other-end = début fin
synonyms-note = annoter annotation remarque
synonyms-notes-here = annotations
synonyms-notes = annotations remarques
synonyms-delete-note = supprimer delete effacer
synonyms-export = envoyer sauver markdown csv json html bibtex save
synonyms-pipe = tube shell commande
synonyms-copy-sentence = citer cite presse-papiers clipboard
synonyms-copy-selection = citer cite presse-papiers clipboard
synonyms-copy-paragraph = presse-papiers clipboard
synonyms-copy-quote = presse-papiers clipboard
synonyms-copy-title = presse-papiers clipboard
synonyms-copy-link = url presse-papiers clipboard
synonyms-copy-id = clé key presse-papiers clipboard
synonyms-copy-difference = presse-papiers clipboard
synonyms-compare = diff versions
synonyms-group-next = regrouper by
synonyms-group-source = média outlet
synonyms-group-day = date
synonyms-group-story = événement cluster event
synonyms-group-state = triage
synonyms-sort-date = ordre order
synonyms-sort-source = ordre order
synonyms-sort-title = ordre order
synonyms-sort-words = ordre order mots
synonyms-sort-reverse = ordre order
synonyms-kept-searches = kept saved searches filters recherches gardées enregistrées sauvegardées filtres
synonyms-save-search = alert alerte saved enregistrer garder
synonyms-rename-search = saved
synonyms-what-key = keyboard clavier describe-key tester essayer touche
synonyms-filter = query requête
synonyms-find = rechercher find
synonyms-search-corpus = grep plein texte full text
synonyms-search-comments = couche layer commentaires
synonyms-search-removed = couche layer
synonyms-toggle-spelling = fusion alias
synonyms-merge-name = fusion alias merge
synonyms-split-name = scinder alias split
synonyms-name-kind = personne lieu organisation type
synonyms-entity-page = entité chronologie timeline
synonyms-hide-name = faux nom masquer
synonyms-filter-entity = facette
synonyms-go-to = finder titre entité
synonyms-palette = commande command
synonyms-help = touches keys signes légende signs legend
synonyms-tour = visite tour guide démonstration demo
synonyms-problems = erreurs errors notices
synonyms-follow-address = suivre flux feed rss watch live url
synonyms-journal = historique history undo
synonyms-set-mark = signet bookmark
synonyms-go-to-mark = signet bookmark
synonyms-jump-back = retour
synonyms-jump-forward = avance
synonyms-zoom = plein écran zen
synonyms-toggle-entities = sidebar
synonyms-toggle-mouse = select copy
synonyms-swap-sides = inverser
synonyms-link-scroll = bind scroll
synonyms-presentation = stacked table
synonyms-reference = référence reference histoire story
synonyms-third-column = trois three
synonyms-pin-together = ancre point pin match
synonyms-pin-to-nothing = ancre pin rien nothing
synonyms-unpin = ancre pin
synonyms-ignore-typography = guillemets quotes
synonyms-ignore-case = majuscules capitals
synonyms-ignore-accents = diacritiques
synonyms-layer-all = couche layer
synonyms-layer-passages = couche layer
synonyms-layer-quotes = couche layer
synonyms-layer-figures = couche layer
synonyms-layer-only = couche layer
synonyms-layer-entities = couche layer
synonyms-close = quit exit fermer
synonyms-dismiss = annuler cancel
synonyms-quit = exit
synonyms-bring-in = recharger relire fichiers nouveaux reload refresh new files
synonyms-commands = commande programme script shell outil external extern run lancer
synonyms-hyphens = hyphenation césure coupure
synonyms-justified = justify justifier drapeau ragged align
synonyms-plots = plot diagram chart graphique courbe sparkline figure image picture histogram volume dispersion
synonyms-text-width = measure column width largeur colonne marge margin

## app

edit-a-character-to-the-left = un caractère à gauche
edit-a-character-to-the-right = un caractère à droite
edit-a-word-to-the-left = un mot à gauche
edit-a-word-to-the-right = un mot à droite
edit-erase-a-word = effacer un mot
edit-erase-the-line = effacer la ligne
edit-erase-to-the-end = effacer jusqu'à la fin
edit-erase-to-the-left-empty = effacer à gauche ; ligne vide : fermer
edit-erase-to-the-right = effacer à droite
edit-to-the-end-of-the = à la fin de la ligne
edit-to-the-start-of-the = au début de la ligne
export-file-articles = articles { $day }
export-file-citation = citation { $source }
export-file-notes = notes { $day }
format-bibtex = BibTeX
format-csl-json = CSL-JSON
format-csv = CSV
format-html = HTML
format-json = JSON
format-json-lines = JSON Lines
format-markdown = Markdown
format-plain-text = texte
format-ris = RIS
hunks-figures-differ = « { $a } » ≠ « { $b } »
hunks-figures-may-differ = « { $a } » ≠? « { $b } »
annotate-opinions-differ-last-one-counts = {" "}— avis différents, le dernier compte
annotate-passage-not-found = {" "}· passage introuvable : « { $quote } »
annotate-sign = ≠{" "}
annotate-story = histoire : { $n }{ $n2 }
app-does-nothing-here-help = « { $typed } » n'a pas d'action ici — { KEY("help") } aide
overlay-does-nothing = « { $key } » n'a pas d'effet ici
prompt-nothing-to-suggest = rien à proposer
prompt-nothing-typed = Rien de saisi : rien n'est fait.
app-pasted-text-never-read-as = Texte collé ignoré : il n'est jamais lu comme des touches.
article-block-put-back-remembered-for = Bloc remis ({ $words }), appris pour « { $source } » — { KEY("undo") } annule
article-blocks-taken-out-count = { $n ->
    [one] { $n } bloc ôté
   *[other] { $n } blocs ôtés
}
article-c-first-marked-view-shows = c d'abord : la vue marquée montre ce qui est ôté.
article-cut-off-by-paywall = coupé par l'abonnement
article-event = événement { $day }
article-first-article-list = Premier article de la liste.
article-kept = { $share } % gardé
article-last-article-list = Dernier article de la liste.
article-marked-view-n-goes-next = Vue marquée : { KEY("next") } va au bloc ôté suivant.
article-name-words = · · ·  { $name } : { $words }  · · ·
article-no-block-taken-out-here = Pas de bloc ôté ici ; { KEY("next") } va au suivant.
article-no-further-block-direction = Plus de bloc ôté dans ce sens.
article-headline-corrected = titre corrigé
article-no-headline-opening-words = sans titre : premiers mots
article-no-hit = « { $query } » : aucune occurrence
article-no-hit-text = Aucune occurrence dans ce texte.
article-nothing-left-after-cleaning = Il ne reste rien après nettoyage : les autres vues montrent le fichier.
article-nothing-step-through-searches-pane = Rien à parcourir : / cherche dans ce volet.
article-nothing-taken-out = rien d'ôté
article-of = « { $query } » : { $i } sur { $n }
article-what-was-taken-out-c = {" "}· { $hidden } dans ce qui est ôté ({ KEY("cycle-view") })
behaviour-there-only-one-pane-here = Il n'y a qu'un volet ici.
compare-accents = accents
compare-b-follows-a = Ici B suit A ; { KEY("presentation") } montre les textes chacun dans son ordre.
compare-beside = titres
compare-case = casse
compare-facing = A, et B en face
compare-go-another-article-compares = A : { $label } — allez sur un autre article, { KEY("compare") } compare
compare-ignored-counts = Ignoré : { $off } · compte : { $on }
compare-moved = déplacé
compare-n-first-nothing-chosen = n d'abord : rien n'est choisi.
compare-no-article-pinned-any-more = Plus d'article posé.
compare-no-counterpart-passage-was-found = Ce passage n'a pas de pendant trouvé.
compare-no-further-article-story-direction = Pas d'autre article de cette histoire dans ce sens.
compare-no-longer-pinned-u-undoes = La main est retirée — { KEY("undo") } annule
compare-no-passage-at-top-both = Pas de passage en haut des deux colonnes.
compare-no-such-difference = Aucune différence n'a le numéro { $number }.
compare-no-third-article-story = Pas de troisième article dans cette histoire.
compare-none = { $name } : rien à parcourir.
compare-nothing-near = Aucun endroit de l'autre texte n'en est proche.
compare-nothing-pinned-by-hand-here = Rien n'est posé à la main ici.
compare-passage-has-no-counterpart-u = Ce passage n'a pas de pendant — { KEY("undo") } annule
compare-perhaps = peut-être
compare-reworded = reformulé
compare-same-passage = même passage
compare-scrolling-free-tab-changes-side = Défilement libre : { KEY("next-pane") } change de côté.
compare-scrolling-linked = Défilement lié.
compare-scrolling-linked-with-offset = Défilement lié, avec ce décalage.
compare-side-by-side = côte à côte
compare-stacked = empilé
compare-stands-beside = Le pendant est en face.
compare-table = tableau
compare-three-texts-take-columns-there = Trois textes demandent { $value } colonnes ; il y en a { $width }.
compare-ticked-comparison-takes-two = { $n } cochés : la comparaison en veut deux.
compare-two-columns-again = Deux colonnes de nouveau.
compare-two-passages-at-top-go = Les deux passages du haut vont ensemble — { KEY("undo") } annule
compare-two-passages-go-together = Ces deux passages vont ensemble — { KEY("undo") } annule
compare-typography = typographie
compare-whole = les deux entiers
context-board = Tableau
context-choosing-by-typing = Choisir en tapant
context-chosen-passage = Passage choisi
context-commands = Vos commandes
context-comparison = Comparaison
context-entities = Noms
context-everywhere = Partout
context-journal = Journal
context-letter-mark = Lettre d'une marque
context-line-input = Ligne de saisie
context-searches = Recherches gardées
context-list = Liste
context-nearest = Endroits proches
context-versions = Versions de l'article
context-one-against-all = Un face à tous
context-page-name = Page du nom
context-page-read = Page à lire
context-results = Résultats
context-timeline = Chronologie
context-who-says-what = Qui dit quoi
copy-no-quotation-from-here-end = Pas de citation d'ici à la fin.
coverage-article-alone-its-story = Cet article est seul de son histoire.
coverage-comparison-takes-two-texts = Il faut deux textes pour comparer.
coverage-no-further-story-direction = Pas d'autre histoire dans ce sens.
coverage-not-found-article-by-method = { $label } : pas trouvé dans cet article par cette méthode.
coverage-order = Dans l'ordre de { $label }.
coverage-sorted-by-first-report = Trié par date de première parution.
coverage-sorted-by-independent-origins = Trié par nombre d'origines indépendantes.
coverage-stories-coming = La recherche des histoires est en cours : cet article n'en a pas pour l'instant.
decide-corrected-u-undoes = Corrigé : { $said } — { KEY("undo") } annule
decide-corrected-in-u-undoes = Corrigé dans { $articles } : { $said } — { KEY("undo") } annule
decide-correction-removed = correction ôtée
decide-joined-story = Depuis la correction, { $article } fait partie de l'histoire « { $story } »
decide-left-story = Depuis la correction, { $article } ne fait plus partie de l'histoire « { $story } »
decide-not-date-write-2026-06 = « { $value } » n'est pas une date : écrivez 2026-06-12 ou 12.06.2026.
decide-unlikely-day = { $day } : ce jour est à venir, ou antérieur à tout journal ; pour le garder, encore { $key }
dispatch-focus-line = La ligne au tiers de l'écran est éclairée.
dispatch-footnotes = Ce qui est retiré est dit sous le texte.
dispatch-here-n-and-n-step = Ici { KEY("next") } et { KEY("previous") } parcourent.
dispatch-hyphens = Les mots sont coupés en fin de ligne.
dispatch-justified = Les lignes finissent au bord de la colonne.
dispatch-label-reason = { $label } : { $reason }
dispatch-percent = un nombre devant dit où aller : 50% va au milieu
dispatch-measure = Texte sur { $n ->
    [one] { $n } colonne
   *[other] { $n } colonnes
 } au plus.
dispatch-mouse-kiosque-s = La souris est à kiosque.
dispatch-mouse-terminal-s-select-freely = La souris est au terminal : sélectionnez librement.
dispatch-no-focus-line = Aucune ligne n'est éclairée.
dispatch-no-footnotes = Ce qui est retiré est dit à sa place.
dispatch-no-hyphens = Les mots restent entiers.
dispatch-nothing-note-here = Rien à noter ici.
dispatch-nothing-repeat = Rien à refaire.
dispatch-ragged = Les lignes finissent avec leur dernier mot.
entities-e-next-ie-filters = { $name } : { $mentions } dans { $articles } — e suivante
entities-names-article-not-known-yet = Les noms de cet article ne sont pas encore connus.
entities-none-has = Aucun nom de cet article n'a « { $words } ».
entities-no-name-article = Aucun nom dans cet article.
entities-no-name-here = Aucun nom ici.
entities-part-l-unfolds-spellings-x = Séparer : { KEY("focus-right") } déplie les formes, { KEY("split-name") } sur celle qui est un autre nom.
export-all-notes = toutes les notes
export-article = article
export-characters-sent-clipboard = { $n ->
    [one] { $n } signe envoyé au presse-papiers{ $kept }
   *[other] { $n } signes envoyés au presse-papiers{ $kept }
}
export-characters-too-long-for-terminal = { $n } signes : trop long pour le presse-papiers du terminal{ $kept }
export-cited-sentence = phrase citée
export-clipboard = presse-papiers
export-comparison = comparaison
export-comparison-sheet = fiche de comparaison
export-copy = {" "}· copie : { $place }
export-done = fini
export-editor = éditeur
export-esc-stops = { $command }… { KEY("dismiss") } l'arrête.
export-exported = Exporté dans { $place }
export-more-than-articles-export-them = Plus de { $n } articles : exportez-les dans un fichier ({ KEY("to-file") }).
export-not-exported = Non exporté : { $sentence }
export-quotations = citations de ce nom
export-something-being-handed-over-esc = Un envoi est en cours : { KEY("dismiss") } l'arrête.
export-stopped = Arrêté.
export-story = histoire ({ $n })
export-that-name-was-taken-exported = Ce nom était pris : exporté dans { $place }
export-timeline = chronologie
export-titles = titres
export-titles-and-links = titres et liens ({ $n })
export-who-says-what = qui dit quoi
follow-begins = Les adresses sont interrogées en arrière-plan ; ce qui vient est dit.
follow-ends = { $address } n'est plus suivi ; { KEY("undo") } l'annule.
follow-no-folder = Rien de ce qui est ouvert ne peut recevoir ce qui vient : ouvrez un dossier vide, ou un dossier de kiosque watch.
follow-not-here = n'est pas sur cette machine, ou ne suit rien : ce qui y est suivi est resté tel quel.
follow-starts = { $address } est suivi, interrogé en arrière-plan ; { KEY("undo") } l'annule.
waiting-command = votre commande tourne
waiting-compare = comparaison
waiting-count = { $what }… { $done } sur { $all } · { KEY("dismiss") } l'arrête
waiting-export = préparation de l'export
waiting-filter = filtrage
waiting-matrix = confrontation des articles
waiting-name = lecture des articles qui le nomment
waiting-queue = articles de la file
waiting-search = recherche
waiting-stopped = Arrêté : { $what }. Ce qui était là reste tel quel.
waiting-tick = recherche de ce qui est à cocher
waiting-last = { $what }… tout est lu, dernière étape, { $n } s · { KEY("dismiss") } l'arrête
waiting-time = { $what }… { $n } s · { KEY("dismiss") } l'arrête
waiting-word = { $what }…
page-no-tour = La visite accompagne le corpus d'exemple (kiosque demo).
plot-dispersion = Places du nom « { $name } »
plot-dispersion-note = Du premier mot de chaque article au dernier.
plot-dispersion-note-left = Du premier mot de chaque article au dernier ; { $n ->
    [one] { $n } autre article a le nom et n'a pas été lu.
   *[other] { $n } autres articles ont le nom et n'ont pas été lus.
 }
plot-overlap = Ce que les médias ont en commun : { $title }
plot-overlap-note = Sur cent faits que dit l'article d'une ligne, combien en dit celui d'une colonne.
plot-volume = Articles par jour : { $title }
plot-volume-note = Médias par jour de parution que donne chaque article.
plot-volume-note-without = Médias par jour de parution que donne chaque article ; { $n ->
    [one] { $n } n'en donne pas.
   *[other] { $n } n'en donnent pas.
 }
linear-list = { $articles }, { $n ->
    [one] { $n } ligne
   *[other] { $n } lignes
 } :
linear-more = { $n ->
    [one] Encore { $n } ligne : Entrée
   *[other] Encore { $n } lignes : Entrée
 }
linear-no-file = Cet article n'a pas de fichier à lui.
linear-reading = Lecture des articles…
linear-searches = Recherches gardées
linear-ticked = coché
linear-unread = non lu
linear-welcome = Tapez les touches que donne ?, le numéro d'une ligne ou le nom d'une action, puis Entrée. Une ligne vide continue, ou ouvre ce qui porte >. Une ligne avec un point quitte une saisie, q quitte le programme.
commands-none = Les réglages n'ont pas encore de commande à vous. Une commande commence par [[command]] et a un nom et ce qu'elle lance ; `kiosque config --default` en montre un exemple.
command-another-runs = Une autre commande à vous est à l'œuvre, { $name } : { KEY("dismiss") } l'arrête.
command-code = { $name } s'est terminé avec le code { $code }{ $behind }
command-complains = {" "}: { $words }
command-done = { $name } : fait.
command-field = « { $name } » n'est pas un champ{ $meant } ; les champs sont { $list }
command-late = { $name } a été arrêté au bout de { $n ->
    [one] { $n } seconde
   *[other] { $n } secondes
 }, le temps que lui donnent les réglages{ $behind }
command-no-value = { $name } n'a pas été lancé : il n'y a pas de { $field } ici.
command-not-started = { $name } n'a pas été lancé : { $program } n'a pas pu démarrer ({ $reason }).
command-option = { $name } n'a pas été lancé : { $argument } donnerait « { $value } », que le programme lirait comme une option. Mettez "--" devant, dans les réglages.
command-own = une commande à vous
command-paths-alone = {"{"}paths{"}"} doit être un argument à lui seul
command-runs = { $name }… { KEY("dismiss") } l'arrête.
command-signal = { $name } a été terminé par le signal { $signal }{ $behind }
command-silent = {" "}sans rien dire.
command-stopped = { $name } a été arrêté ; ce qui est fait reste fait.
command-unseen = Rien n'a été lancé : un caractère invisible se trouve dans le nom du fichier { $name }.
command-without-program = Aucun programme n'est nommé par { $name }.
groups-on-their-own = Seuls de leur histoire
groups-stories-coming = Sans histoire pour l'instant : recherche en cours
history-block-put-back = bloc remis
history-followed = { $address } suivi
history-last-act-is-elsewhere = rien à annuler ici ; votre dernière décision porte sur des articles qui ne sont pas de ce dossier ({ $what }) : { KEY("journal") } la montre
history-left = { $address } n'est plus suivi
history-note = note
history-note-removed = note ôtée
history-read = lu
history-searches = recherches gardées
help-rest = { $context }, la suite
history-redone-u-undoes = Rétabli : { $what } — { KEY("undo") } annule
history-says-you-last-one-counts = ≠ { $label } : { $by } dit « { $theirs } », vous « { $mine } » ; le dernier compte
history-story-redrawn = histoire refaite
history-ticked-again = De nouveau { $ticked }
history-undo = annulation
history-undone-u-redoes = Annulé : { $what } — { KEY("redo") } rétablit
history-unread = non lu
history-verdicts-came-count = { $n ->
    [one] { $n } décision reçue
   *[other] { $n } décisions reçues
}
history-without = sans #{ $t }
hunks-differences = différences
hunks-names = noms
hunks-near-words = presque les mêmes mots
hunks-one-quotes-more = l'un cite plus long
hunks-only = { $name } · seulement dans { $side }
hunks-only-c = seulement dans C
hunks-only-one = seul dans un
hunks-passages = passages
hunks-quote-only = citation seulement dans { $side }
hunks-quoted-words-differ = mots cités différents
hunks-same-words = mêmes mots
ingest-list = { $said } : dans la liste
ingest-looking-through-files = Fichiers relus…
ingest-nothing-changed-on-disk = Rien n'a changé sur le disque.
ingest-on-disk-r-bring = { $said } sur le disque, R pour les prendre
ingest-verdicts-went-along = { $n ->
    [one] { $n } article jugé a un autre texte sur le disque : votre avis l'a suivi — { KEY("undo") } annule
   *[other] { $n } articles jugés ont un autre texte sur le disque : votre avis les a suivis — { KEY("undo") } annule
}
journal-act-not-known-here = Cette décision n'est pas connue ici.
journal-acts-undone-count = { $n ->
    [one] { $n } décision annulée
   *[other] { $n } décisions annulées
}
journal-no-article-corpus-act = Aucun article d'ici dans cette décision.
journal-nothing-undo-down-here = Rien à annuler jusqu'ici.
journal-redone = Rétabli : { $what }
journal-those-act = { $said } : ceux de cette décision
journal-u-redoes-one-by-one = { $n } — { KEY("redo") } rétablit une à une
journal-undone = Annulé : { $what }
judge-all-were-already = Les { $all } étaient déjà « { $what } ».
judge-already = Déjà « { $what } ».
judge-one-kept-same-story-dropped = Celui-ci est retenu, { $n } de la même histoire : écarté — { KEY("undo") } annule
judge-one-kept-others-judged-stand = Celui-ci est retenu, { $n } de la même histoire : écarté ; { $judged ->
    [one] { $judged } déjà jugé reste
   *[other] { $judged } déjà jugés restent
} comme vous l'avez dit — { KEY("undo") } annule
judge-otherwise-before = { $said } ({ $otherwise ->
    [one] { $otherwise } avait un autre avis
   *[other] { $otherwise } avaient un autre avis
})
judge-rest-is-judged = Rien à écarter : le reste de l'histoire est jugé ({ $judged ->
    [one] { $judged } article non écarté
   *[other] { $judged } articles non écartés
}).
judge-others-were-already-u-undoes = { $n } sur { $all } : { $what }, { $others ->
    [one] l'autre l'était
   *[other] les autres l'étaient
} déjà — { KEY("undo") } annule
judge-u-undoes = { $articles } : { $what } — { KEY("undo") } annule
judge-with-copies = { $articles }, dont { $copies ->
    [one] une copie
   *[other] { $copies } copies
}
jump-no-further-jump-direction = Pas d'autre saut dans ce sens.
key-backspace = Retour
key-del = Suppr
key-end = Fin
key-enter = Entrée
key-esc = Échap
key-home = Début
key-shift-tab = Maj-Tab
key-space = Espace
legend-changed = une version plus récente que celle qui fut jugée
legend-contested = jugé autrement par une autre personne
legend-copies = ce texte paraît dans trois articles
legend-copy = une copie du texte au-dessus
legend-doubtful = inconnu ou douteux ; devant un titre : est-ce bien de cette histoire ? ; dans les noms : un nom douteux
legend-folded = replié, ouvert
legend-inferred = déduit, écrit nulle part tel quel ; devant une occurrence : un mot proche
legend-left = restent cinq articles à lire ou à juger
legend-noted = il y a une note
legend-pinned = le côté A de la prochaine comparaison
legend-search = recherche gardée, appliquée ou non
legend-signs = Signes
legend-spellings = dans les noms : le nom a d'autres formes
legend-synonyms = signe signes légende symbole sign signs legend symbol
legend-texts = « 4 textes sur 5 » : cinq articles, dont deux impriment le même texte
legend-ticked = coché ; à l'en-tête d'un groupe : cinq de ses textes le sont
query-field = dans un champ ; aussi source auteur agence nom date tag is
query-forms = Requêtes (g/, F, V)
query-group = ce qui va ensemble, avec OU ou derrière -
query-not = sans ce mot ; aussi SAUF
query-or = l'un ou l'autre ; aussi OU
query-phrase = ces mots côte à côte ; une apostrophe y vaut un espace
query-prefix = les mots qui commencent ainsi
query-regex = une expression régulière
query-synonyms = requête requêtes chercher opérateur parenthèses ou sauf query search operator brackets or not near
query-typo = ce mot à une lettre près ; ~2 : à deux
list-0-filter-hides-all-esc = 0 sur { $all } : le filtre masque tout — { KEY("dismiss") } l'ôte
list-esc-removes-filter = { $shown } sur { $all } — { KEY("dismiss") } ôte le filtre
list-grouped-by = Groupé par { $name }.
list-no-article-list-answers = Aucun article de la liste ne répond.
list-no-title-has-these-words = Aucun titre ne contient ces mots ; g/ cherche dans les textes.
list-nothing-ticked = Rien coché : { $why }
list-range-move-extend-v-ends = Plage : bougez pour l'étendre, { KEY("range") } la ferme.
list-reversed = , à rebours
list-s-state-t-tag-d = { $said } : { KEY("keep") } retenir, { KEY("tag") } étiquette, { KEY("drop") } écarter, { KEY("compare") } comparer deux ; { KEY("dismiss") } décoche
list-undated = { $said } { $n ->
    [one] { $n } article est sans date.
   *[other] { $n } articles sont sans date.
}
list-perhaps-meant = vouliez-vous dire « { $query } » ({ $hits }) ?
list-sorted-by = Trié par { $name }{ $how }.
list-titles = « { $query } » : { $at } sur { $n ->
    [one] { $n } titre
   *[other] { $n } titres
}
listing-filter-removed = Filtre ôté.
listing-filter-unchanged = Filtre inchangé : { $why }
marks-mark-letter = Une marque est une lettre.
marks-mark-set-article = Marque { $letter } posée dans cet article.
marks-mark-set-comes-back-from = Marque { $letter } posée : { KEY("go-to-mark") }{ $letter } y revient de partout.
marks-no-mark-here = Pas de marque { $letter } ici.
name-another-name = un autre nom
name-articles-being-read = Les articles sont relus…
name-be-confirmed-not-counted = à confirmer, non comptée ({ $why })
name-earlier = plus tôt
name-everywhere-u-undoes = « { $form } » est « { $name } » partout — { KEY("undo") } annule
name-hidden-everywhere-u-undoes = « { $name } » caché partout — { KEY("undo") } annule
name-mentions = Mentions
name-read-here = Lu pour cette page : { $read } sur { $all } ; { KEY("filter-entity") } liste les autres
name-read-so-far = Lu jusqu'ici : { $read } sur { $all }
name-read-more = Lu : { $read } sur { $all } — { KEY("open") } lit la suite
name-name-no-longer-corpus = Ce nom n'est plus dans le corpus.
name-names-corpus-being-gathered = Les noms du corpus se rassemblent…
name-names-corpus-still-being-gathered = Les noms du corpus se rassemblent encore : dans un instant.
name-no-name-corpus-tab-suggests = Aucun nom « { $other } » dans le corpus : { KEY("complete") } propose, { KEY("rename-name") } renomme.
name-not-u-undoes = « { $form } » n'est pas « { $name } » — { KEY("undo") } annule
name-only-spelling-name = C'est la seule forme de ce nom.
name-parted-by-you = séparé par vous
name-printed-also = { $label } · aussi dans { $n ->
    [one] { $n } autre article
   *[other] { $n } autres articles
}
name-quoted-about = Cité à son sujet
name-roles-as-written = Rôles écrits
name-same-name-already = C'est déjà le même nom.
name-space-joins-or-parts-spelling = { KEY("toggle-spelling") } joint ou sépare une forme.
name-spelling-not-articles-read-here = Cette forme n'est pas dans les articles relus ici.
name-spellings = Formes
name-u-undoes = « { $name } » : { $words } — { KEY("undo") } annule
name-undated = sans date
name-what-says = Ses citations
name-with = Avec
note-article-not-loaded-here = article absent d'ici
note-empty-note-nothing-was-kept = Note vide : rien n'est gardé.
note-noted-gn-all-notes-u = Noté{ $on } : { $shown } — { KEY("notes") } toutes les notes, { KEY("undo") } annule
notes-article-note-not-loaded-here = L'article de cette note n'est pas chargé ici.
notes-no-note-on-article-writes = Pas de note sur cet article : { KEY("note") } en écrit une.
notes-note-removed-u-undoes = Note ôtée — { KEY("undo") } annule
notes-passage-note-no-longer-text = Le passage de cette note n'est plus dans le texte.
notes-story-not-list = Cette histoire n'est pas dans la liste.
order-day = jour
order-length = longueur
order-state = état
picker-unknown = inconnu
queue-queue-empty-everything-judged = La file est vide : tout est lu ou jugé.
refusal-article-alone-its-story = cet article est seul de son histoire
refusal-article-gives-no-address = l'article ne donne pas d'adresse
refusal-marked-view-only-c = dans la vue marquée seulement ({ KEY("cycle-view") })
refusal-no-article-here = aucun article ici
refusal-nothing-redo = rien à rétablir
refusal-nothing-asked-before = rien n'a encore été cherché ainsi
refusal-nothing-undo = rien à annuler
refusal-no-query-to-keep = rien n'est cherché ni filtré ici
refusal-no-search-here = pas de recherche gardée sous le curseur
refusal-on-searches = c'est une recherche : { KEY("open") } montre ses articles
refusal-stories-coming = la recherche des histoires est en cours
refusal-only = seulement dans : { $names }
refusal-one-article = une correction porte sur un article : dépliez d'abord ({ KEY("unfold") })
refusal-only-for-note = seulement pour une note
refusal-three-texts-take-columns = trois textes demandent { $value } colonnes
screen-no-fact-differs-between-reports = Aucun fait ne diffère d'un article à l'autre.
saved-kept = Gardée sous « { $name } », en tête de la liste — { KEY("undo") } annule
saved-kept-from-line = Gardée sous « { $name } », en tête de la liste
saved-name-taken = « { $name } » nomme une autre recherche ; rien n'a changé.
saved-none = Aucune recherche n'est gardée ; { KEY("save-search") } en garde une.
saved-nothing-kept = Rien n'a été gardé : il faut des mots et un nom.
saved-removed = « { $name } » n'est plus gardée — { KEY("undo") } annule
saved-renamed = « { $before } » s'appelle maintenant « { $name } » — { KEY("undo") } annule
screen-pin-let-go = Texte A relâché.
screen-ticks-let-go = { $n ->
    [one] { $n } coche ôtée
   *[other] { $n } coches ôtées
}
screen-nothing-take-off-q-leaves = Rien à ôter ; { KEY("close") } quitte.
search-not-searched = Recherche non lancée : { $why }
selection-j-k-chooses-sentence-v = { KEY("down") } { KEY("up") } choisit la phrase, { KEY("select") } l'étend : { KEY("note") } note, { KEY("copy-selection") } copie, { KEY("dismiss") } laisse
selection-j-k-extends-by-sentences = j k étend par phrases, l h par mots, o change de bout
selection-no-sentence-here = Aucune phrase ici.
story-articles-one-story-u-undoes = { $n } articles font une seule histoire — { KEY("undo") } annule
story-merge-tick-space-articles-at = Fusionner : cochez ({ KEY("tick") }) des articles d'au moins deux histoires.
story-nothing-ticked = Rien n'est coché, et ce groupe a { $articles } : cochez ({ KEY("tick") }) ceux que vous voulez dire.
story-out-story-u-undoes = { $n } hors de l'histoire — { KEY("undo") } annule
story-split-article-shares-no-story = Séparer : l'article ne partage pas d'histoire, ou toute l'histoire est choisie.
tag-without = sans #{ $tag }
update-verdicts-on-disk-again = Décisions de nouveau sur le disque.
view-advert = publicité
view-advertising = publicité
view-byline = signature
view-caption = légende
view-clean = nettoyé
view-code = code
view-comment = réaction
view-corrected = corrigé
view-credit = crédit
view-done = Fait
view-dropped = Écarté
view-embargo = EMBARGO
view-embargo-until = embargo jusqu'au { $until }
view-follow = À suivre
view-form = formulaire
view-inferred = déduit
view-kept = Retenu
view-legal = légal
view-legal-notice = mentions légales
view-marked = marqué
view-menu = menu
view-menus-and-sharing = menus et partage
view-newsletter = lettre
view-newsletter-form = inscription à une lettre
view-notice = avis
view-notice-site = avis du site
view-organisation = organisation
view-organisations = Organisations
view-other-name = autre nom
view-other-names = Autres noms
view-paywall = abonnés
view-people = Personnes
view-person = personne
view-place = lieu
view-places = Lieux
view-raw = brut
view-read = À lire
view-read-time = durée
view-reader-comments = réactions de lecteurs
view-related = renvoi
view-related-links = renvois
view-repeat = reprise
view-standfirst = chapô
view-subhead = intertitre
view-subscription-notice = avis d'abonnement
view-wire-corrects = corrige
view-wire-dateline = lieu et date
view-wire-earlier = version antérieure
view-wire-embargo = embargo
view-wire-genre = genre
view-wire-identifier = identifiant
view-wire-note = note aux rédactions
view-wire-rights = droits
view-wire-slug = mots-clés
view-wire-standing = statut
view-wire-urgency = urgence
view-wire-version = version
view-version-newest = version { $number } sur { $of }
view-version-older = version { $number } sur { $of }, il y en a une plus récente
view-withdrawn = ANNULÉE
view-withheld = RETENUE
view-written = écrit

## shell

shell-no-desk = Les réglages nomment un desk, et ce kiosque a été construit sans ; le journal reste dans son seul fichier.
shell-no-desk-hint = Un kiosque construit avec la fonction postgres connaît les desks.
shell-place-not-kept = La place dans le corpus n'a pu être gardée : { $reason }.
shell-unsaved-kept = { $n ->
    [one] { $n } décision n'a pu être écrite au journal ({ $reason }) ; elle est dans { $place }, et kiosque journal --merge { $place } la reprend
   *[other] { $n } décisions n'ont pu être écrites au journal ({ $reason }) ; elles sont dans { $place }, et kiosque journal --merge { $place } les reprend
}
shell-unsaved-lost = { $n ->
    [one] { $n } décision n'a pu être écrite ni au journal ({ $reason }) ni dans { $place } ({ $error })
   *[other] { $n } décisions n'ont pu être écrites ni au journal ({ $reason }) ni dans { $place } ({ $error })
}

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
ui-ask-names = chercher dans les noms :
ui-ask-follow-address = suivre :
ui-ask-follow-help = un flux, un plan de site ou une page ; rien : ce qui est suivi ici
ui-ask-leave-address = ne plus suivre :
ui-ask-note = note :
ui-ask-notes = chercher dans les notes :
ui-ask-search-name = garder sous :
what-key = Ce que fait une touche
what-key-begins = commence { $n ->
    [one] { $n } suite
   *[other] { $n } suites
} : { $keys }
what-key-edits = va dans la ligne
what-key-nothing = Elle n'a d'action nulle part dans le programme.
what-key-press = Appuyez sur une touche : elle est nommée, et ne fait rien.
what-key-written = dans les réglages : { $notation }
ui-ask-same-name = c'est aussi :
ui-ask-source = source :
ui-ask-source-of = source de { $articles } :
ui-ask-suggestions = { $key } : { $words }
ui-ask-tag = étiquette à ajouter :
ui-ask-tick = cocher ce qui répond à :
ui-ask-author = auteur :
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
ui-compare-elsewhere = ↕ plus loin ou plus haut ({ KEY("open") })
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
ui-compare-more = { $n } de plus : n
ui-compare-names = noms : { $both } communs, { $a } A, { $b } B
ui-compare-next-to-nothing = Presque rien en commun — { KEY("reference") } : autres articles de cette histoire
ui-compare-only-doubtful = { $n ->
    [one] aucun écart sûr, { $n } endroit à vérifier (≠?)
   *[other] aucun écart sûr, { $n } endroits à vérifier (≠?)
}
ui-compare-nothing-differs = aucun écart relevé (chiffre, nom, citation)
ui-compare-quotes = citations { $same }= { $differ }≠
ui-compare-rest = { $n ->
    [one] reste de B : { $n } phrase
   *[other] reste de B : { $n } phrases
}
ui-compare-reversed = rôles inversés
ui-compare-same-quotes = { $n ->
    [one] { $n } citation mot pour mot
   *[other] { $n } citations mot pour mot
}
ui-compare-undecided = { $n ->
    [one] { $n } lien indécis
   *[other] { $n } liens indécis
}
ui-comparing = comparaison…
ui-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
ui-desk-away = desk injoignable
ui-desk-away-unsent = desk injoignable, { $n } à envoyer
ui-desk-unsent = { $n } à envoyer au desk
ui-export = Exporter
ui-export-clipboard = celle du terminal
ui-export-command = commande
ui-export-command-asked = { KEY("accept") } la demande
ui-export-copy = copie
ui-export-format = format
ui-export-rename = renommer
ui-export-to = vers
ui-export-what = quoi
ui-fact-absent = pas trouvé
ui-fact-confirmed = confirmé plus tard
ui-fact-differs = diffère
ui-fact-doubtful = douteux, à vérifier
ui-fact-doubtful-or-likely = probable, douteux
ui-fact-likely = probable
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
ui-facts-filter = filtre : { $what } · { $shown ->
    [one] { $shown } fait
   *[other] { $shown } faits
} sur { $all } ({ KEY("dismiss") })
ui-facts-doubtful = Douteux : à vérifier
ui-facts-findings = À regarder
ui-facts-head = origines · fait
ui-facts-more = { $n ->
    [one] … { $n } ligne de plus ({ KEY("presentation") })
   *[other] … { $n } lignes de plus ({ KEY("presentation") })
}
ui-facts-none = Aucun fait à comparer.
ui-facts-none-filtered = Aucun fait ainsi : { KEY("dismiss") } ôte le filtre.
ui-facts-omitted = pas trouvé dans { $report }
ui-facts-only-a = seulement dans A
ui-facts-only-b = seulement dans B
ui-facts-summary = { $texts } · { $facts }, dont { $alone } d'un seul texte, { $differ }
ui-facts-summary-doubtful = { $summary }, { $doubtful ->
    [one] { $doubtful } qui diffère peut-être
   *[other] { $doubtful } qui diffèrent peut-être
}
ui-file = fichier
ui-filter-counting = filtre : { $query } (compte en cours)
ui-filter = filtre : { $query } ({ $shown })
ui-go-to = Aller à
ui-go-to-action = action  { $key }
ui-go-to-names-coming = les noms n’y sont pas encore
ui-go-to-search = recherche gardée
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
ui-list-counting = compte en cours
ui-list-empty = Aucun article ici.
ui-list-empty-demo = kiosque demo montre un exemple.
ui-list-empty-open = kiosque CHEMIN… ouvre des fichiers,
ui-list-filtered = Le filtre masque tout :
ui-list-filtered-keys = { KEY("dismiss") } l'ôte, { KEY("filter") } le modifie.
ui-list-versions = v{ $n }
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
ui-nearest = Endroits les plus proches dans { $side }
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
ui-notes-none-found-keys = { KEY("dismiss") } montre toutes les notes.
ui-notes-none-keys = Dans un article : { KEY("select") } choisit une phrase, { KEY("note") } note.
ui-notes-of-article = Notes de cet article
ui-order = tri : { $order }
ui-order-origins = origines
ui-nothing-matches = Rien n'a ces mots.
ui-on-disk = { $change } sur le disque
ui-order-text = texte
ui-order-time = parution
ui-percent = { $n } %
ui-picking = { $tick } : cocher · { $quit } : terminer
ui-picked = { $n ->
    [one] { $n } coché · { $quit } le transmet
   *[other] { $n } cochés · { $quit } les transmet
}
ui-pinned = A : { $source }
ui-position-end = fin
ui-printed = Réponse de la commande
ui-problem-count = { $n ->
    [one] { $n } problème ({ KEY("problems") })
   *[other] { $n } problèmes ({ KEY("problems") })
}
ui-problem-not-read = non lu
ui-problem-warning = attention
ui-problems = Problèmes et messages
ui-followed = Adresses suivies
ui-followed-next = puis { $when }
ui-followed-none = Rien n'est interrogé : g+ suit une adresse, ou celles que ce dossier suit.
ui-problems-none = Tout a été lu sans rien à signaler.
ui-progress-grouping = regroupement en histoires
ui-progress-index = index des mots : { $done } sur { $all }
ui-progress-names = noms et faits : { $done } sur { $all }
ui-progress-pace = { $rate }/s, encore { $seconds } s
ui-progress-reading = lecture : { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
}, { $articles }
ui-queue = file { $at }/{ $all }
ui-quoted = « { $words } »
ui-reading = Lecture…
ui-report-after = D'après { $whom }
ui-report-again = Le même texte : { $names }
ui-report-also = Le même texte, à quelques coupes près : { $names }
ui-report-cites = cite { $names }
ui-report-first = { $n ->
    [one] { $n } fait donné d'abord ici
   *[other] { $n } faits donnés d'abord ici
}
ui-report-maybe-first = { $n ->
    [one] { $n } fait qu'un autre a peut-être donné avant
   *[other] { $n } faits que d'autres ont peut-être donnés avant
}
ui-saved-searches = Recherches gardées
ui-search-everything = Tout a été fouillé.
ui-search-hits = { $n ->
    [one] { $n } occurrence
   *[other] { $n } occurrences
}
ui-search-meant = Vouliez-vous dire « { $query } » ({ $hits }) ? { $key } la cherche.
ui-search-nothing = Rien trouvé.
ui-searching = recherche…
ui-stories = { $n ->
    [one] { $n } histoire
   *[other] { $n } histoires
}
ui-versions-title = { $n ->
    [one] { $n } version
   *[other] { $n } versions
}
ui-versions-one = On n'a que cette version.
ui-versions-headline = titre
ui-versions-silent = sans le dire
ui-texts = { $n ->
    [one] { $n } texte
   *[other] { $n } textes
}
ui-texts-compared = { $texts }, les { $compared } premiers comparés
ui-texts-of = { $texts } sur { $n }
ui-texts-in = { $texts } dans { $articles }
ui-left = reste { $n }
ui-media = { $n ->
    [one] { $n } média
   *[other] { $n } médias
}
ui-new = { $n ->
    [one] + { $n } nouveau
   *[other] + { $n } nouveaux
}
ui-ticked = { $n ->
    [one] { $n } coché
   *[other] { $n } cochés
}
ui-ticked-elsewhere = { $ticked }, dont { $n } hors de la liste
ui-timeline = Chronologie · { $story }
ui-timeline-gap = { $n ->
    [one] { $n } jour plus tard
   *[other] { $n } jours plus tard
}
ui-timeline-head = { $texts } · aucun jour n'est connu : qui fut le premier ne se sait pas
ui-timeline-head-day = { $texts } · { $day } · + ce qu'un texte est le premier à dire, = peut-être
ui-timeline-head-days = { $texts } · { $first } – { $last } · + ce qu'un texte est le premier à dire, = peut-être
ui-timeline-more = { $n ->
    [one] + { $n } autre ({ KEY("focus-right") })
   *[other] + { $n } autres ({ KEY("focus-right") })
}
ui-timeline-not-compared = non comparé
ui-timeline-nothing-new = rien de nouveau
ui-timeline-same-facts = mêmes faits, même jour
ui-to-know = à savoir
ui-tour = Visite
ui-unsaved = Décisions non enregistrées, gardées en mémoire : { $reason }
ui-one-to-many = A { $report } face aux autres
ui-one-to-many-common = commun A  B
ui-one-to-many-figures = chiffres
ui-one-to-many-only-a = seul A
ui-one-to-many-only-b = seul B
ui-one-to-many-quotes = citations
ui-plots = Tracés
ui-working = recherche…
ui-yes = oui

## reasons

reason-exists = il existe déjà
reason-folder = c'est un dossier
reason-no-permission = permission refusée
reason-not-found = ni fichier ni dossier de ce nom

## opening

open-again-for = L'adresse mène à { $host }, qui n'est pas connu comme celui du média ; la même touche encore ouvre { $url }
open-opened = Ouvert : { $url }
open-web-only = Seules les adresses du web sont ouvertes.

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
keys-command-context = « { $name } » n'est pas un contexte de touches{ $meant } ; la commande n'y a pas de touche.
keys-command-key = « { $part } » de la commande « { $command } » n'est pas une touche{ $meant } ; elle est passée.
keys-command-none = une touche de la commande « { $command } » est vide ; elle est passée.
keys-command-overlay = « { $command } » ne peut pas avoir de touche dans [keys.{ $context }], qui recouvre l'écran ; elle n'y en a pas.
keys-context = [keys.{ $name }] n'est pas un contexte{ $meant } ; il est passé.
keys-contexts = Les contextes sont { $list }.
keys-hides = { $keys } dans [keys.{ $context }] cache { $longer }, qui ne peut plus être tapé.
keys-idle = `{ $action }` ne fait rien dans [keys.{ $context }], où la touche { $keys } lui est donnée.
keys-idle-contexts = Elle agit dans { $list }.
keys-key = « { $part } » dans [keys.{ $context }] n'est pas une touche{ $meant } ; la ligne est passée.
keys-none = une ligne de [keys.{ $context }] n'a pas de touche ; elle est passée.
keys-twice = { $keys } dans [keys.{ $context }] est déjà lié ; la commande « { $command } » ne l'a pas.
keys-unbind = Une liste d'actions vide délie des touches.
setting-cache = Ce qu'on sait d'un corpus est gardé dans le dossier de cache, pour la prochaine ouverture ; kiosque cache dit où et l'efface. false ne garde rien.
setting-command = Vos propres commandes : un programme et ses arguments, lancé sur ce qui est sous les yeux, sans shell. g! et la palette les donnent. Champs : path, paths, place, line, title, source, date, url, id, language, selection. Voir le manuel.
setting-entities = Les noms qui vous importent, par genre : "person", "place", "organisation" ou "misc". Ils passent avant les listes intégrées.
setting-export-folder = Dossier des fichiers exportés ; "" est le dossier courant.
setting-export-templates = Vos propres modèles, par nom : voir le manuel.
setting-focus-line = Éclairer la ligne au tiers de l'article, pour les yeux qui la perdent.
setting-footnotes = Dire sous le texte ce qui en a été retiré, avec un numéro à sa place.
setting-hints = Les touches au bas de l'écran : "always", "learn" (celles que vous employez cèdent la place à d'autres) ou "off".
setting-hyphens = Couper les mots en fin de ligne, en français et en anglais.
setting-journal-path = Où sont gardées les décisions ; "" est le dossier des données. Un fichier dans un dossier partagé est lu et écrit par plusieurs personnes à la fois.
setting-journal-url = Un desk : une base PostgreSQL par laquelle les journaux de plusieurs personnes n'en font qu'un. Le fichier reste, et fait foi quand le desk est injoignable. Un mot de passe se donne par PGPASSWORD. Pour un kiosque construit avec la fonction postgres.
setting-justified = Faire finir les lignes du texte au bord de la colonne.
setting-keymap = Les touches du programme : "vim" ou "emacs" ; celles de [keys] passent devant.
setting-keys = Les touches : une action, ou plusieurs, pour une touche ou une suite de touches ; [] délie la touche.
setting-lang = Langue de l'interface : "auto" (d'après la locale) ou un code : "en", "fr", ou celui d'un fichier du dossier words à côté de celui-ci : "de" est words/de.ftl.
setting-links = Dire au terminal où se trouvent les adresses (OSC 8), pour qu'il les ouvre ; les terminaux les plus anciens n'en savent rien.
setting-menu-delay = Millisecondes avant que s'ouvre le menu d'une touche de préfixe ; 0 aussitôt, -1 jamais.
setting-mouse = La souris : molette et clics. false la rend au terminal.
setting-name = Le nom sous vos décisions et vos notes ; "" prend celui du compte.
setting-rule = Règles, que `kiosque journal --rules --apply CHEMIN…` applique : ce que trouve la requête reçoit une étiquette, un état ou une marque. Sans --apply, elle dit ce qu'elles feraient et ne change rien.
setting-search-layers = Couches où `kiosque search` cherche sans --in : "text", "titles", "comments", "removed".
setting-search-smart-accents = true : une lettre tapée avec un accent demande cet accent.
setting-theme = "auto" (d'après le fond du terminal), le nom d'un thème intégré (kiosque --help les nomme) ou celui d'un fichier du dossier themes à côté de celui-ci : "mien" est themes/mien.toml.
setting-triage-after = Après une décision : "stay" (rester), "next" (suivant) ou "next-unread" (suivant non lu).
setting-triage-queue = Le filtre de la file à son ouverture : ce qui reste à lire ou à juger ; "" montre tout.
setting-triage-read-on-open = Ouvrir un article le marque comme lu ; dans la file, c'est passer à un autre qui le marque.
setting-width = Colonnes de texte dans l'article, de 30 à 200.
settings-a-kind-of-name = un genre de nom
settings-a-part-of-a-binding = une partie d'une touche
settings-a-part-of-a-command = une partie d'une commande
settings-a-part-of-a-rule = une partie d'une règle
settings-a-setting = un réglage
settings-binding-without-actions = une touche sans `actions` est passée.
settings-command-argument = la commande est passée : { $why }
settings-command-field-for-program = le programme d'une commande ne peut pas être un champ ; elle est passée.
settings-command-field-in-code = un champ dans { $code } serait lu comme une partie d’un programme, et la commande est ignorée ; donnez-le derrière : run = ["sh", "-c", "… \"$1\"", "sh", "{"{"}title{"}"}"]
settings-command-without-program = une commande demande un `name` et, dans `run`, un programme ; elle est passée.
settings-file-head = Réglages de kiosque. Chaque ligne ci-dessous est la valeur par défaut ; copiez ce que vous changez. Les lignes inconnues ou fausses sont signalées et passées ; rien ici ne peut arrêter le programme.
settings-line-skipped = { $why } ; la ligne est passée.
settings-rule-query = la requête de la règle ne se lit pas : { $why }
settings-rule-without-query = une règle sans `query` est passée.
settings-schema-title = Réglages de kiosque
settings-unknown = `{ $name }` n'est pas { $what }{ $meant } ; la ligne est passée.
settings-wanted-boolean = true ou false
settings-wanted-commands = écrit [[command]]
settings-wanted-database = une adresse comme postgres://NOM@HÔTE/BASE
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
words-broken = ne peut être lu : { $found } ; il n'y a pas de langue `{ $code }` tant que ce n'est pas corrigé.
words-carried = le programme a déjà une langue `{ $code }` ; le fichier est ignoré.
words-no-code = `{ $name }` n'est pas un code de langue comme de ou pt-BR ; le fichier est ignoré.
words-unreadable = n'a pu être lu : { $why }

## cli

cli-about = Lire, comparer et juger une pile d'articles de presse
cli-after-help =
    Exemples :
      kiosque                       ouvre le corpus d'exemple
      kiosque presse/ autres.jsonl  ouvre des fichiers et des dossiers
      kiosque demo                  le corpus d'exemple avec une courte visite, ne laisse aucune trace
      kiosque compare --format md a.txt b.txt
      kiosque search 'source:"Le Littoral" ferry -grève' presse/

    Codes de sortie, les mêmes pour chaque commande et chaque format : 0 fait, aussi
    quand le lecteur de la sortie est parti ; 1 rien trouvé, ou des différences avec
    --exit-code ; 2 mauvais usage ou échec ; 3 fait, mais des entrées n'ont pas pu
    être lues ou examinées en entier ; 130 interrompu.
    Les options se mettent avant ou après la commande.
    Le programme n'utilise le réseau que si vous nommez une adresse ou une base.
cli-argument-missing = Il manque : { $arguments }
cli-argument-twice = { $argument } ne peut pas être donné deux fois
cli-arguments-conflict = { $argument } ne va pas avec { $other }
cli-at = { $place } : { $sentence }
cli-brief-about = Ce qui a été rapporté depuis un jour, histoire par histoire, avec ce qui diffère et qui est seul à dire quoi
cli-brief-alone = { $source } seul : { $fact }
cli-brief-differs = A { $a }, B { $b } : { $difference }
cli-brief-fact = { $fact } ({ $reports ->
    [one] { $reports } article
   *[other] { $reports } articles
} ; { $origins })
cli-brief-since = Les histoires dont un article date de ce jour ou d'après, comme 2024-06-19
cli-brief-undated = { $n ->
    [one] { $n } histoire dont aucun article n'a de jour connu est laissée de côté ; sans --since elle est donnée.
   *[other] { $n } histoires dont aucun article n'a de jour connu sont laissées de côté ; sans --since elles sont données.
}
cli-cache-about = Dit où est gardé ce que l'on sait de chaque corpus, et le supprime
cli-cache-clear = Le supprime ; chaque corpus sera relu à sa prochaine ouverture
cli-cache-corpora = { $n ->
    [one] { $n } corpus
   *[other] { $n } corpus
}, { $size } Mo
cli-cache-in-use = { $path } : { $n } gardé, car un kiosque en cours y écrit
cli-cache-not-removed = { $path } : suppression impossible : { $reason }
cli-cache-removed = { $path } : { $n } supprimé
cli-cache-size = { $path } : { $summary }
cli-behind-dashes = derrière --, un mot peut commencer par un tiret : -- { $argument }
cli-choices = valeurs possibles : { $values }
cli-clean-about = Étiquette chaque ligne d'un article et imprime son texte et ce qu'il dit de lui-même
cli-clean-batch = Nettoie chaque fichier d'ENTRÉE vers SORTIE, comme NOM.json
cli-clean-explain = Imprime ce qui a été retiré et pourquoi, bloc par bloc
cli-clean-file = Fichier à nettoyer, ou - pour l'entrée standard
cli-clean-format = Imprime les étiquettes en JSON, ou le texte seul
cli-clean-kept = gardé { $kept } sur { $words } ({ $percent } %)
cli-clean-line = ligne { $line }
cli-clean-lines = lignes { $from }-{ $to }
cli-clean-taken-out = retiré : { $lines }, { $kind }, { $words }, { $reason } ({ $rule })
cli-compare-a = Premier article : un fichier, ou un de ses articles comme list le nomme (night.jsonl#3)
cli-compare-about = Compare deux articles : passages, citations, chiffres, noms, constats
cli-compare-accents = Laisse les accents compter
cli-compare-another-event = un autre
cli-compare-b = Deuxième article ; s'il y en a plusieurs, chacun est mis en chiffres face au premier
cli-compare-case = Laisse majuscules et minuscules compter
cli-compare-differs = diffère
cli-compare-event = événement
cli-compare-exit-code = Sort avec 1 quand quelque chose diffère, dans chaque format
cli-compare-figures-differ = chiffres ≠
cli-compare-floor = Garde les paires indécises à partir de cette confiance, 0 pour toutes celles examinées ; le texte en liste les « peut-être », JSON toutes
cli-compare-identical = identique
cli-compare-long-about =
    Compare deux articles : passages communs dans n'importe quel ordre, citations, chiffres, noms et constats.

    Code de sortie : 0 quand la comparaison est faite, 2 quand un article ne peut pas être lu. Avec --exit-code, 1 quand quelque chose diffère, quel que soit le format.
cli-compare-near = proche
cli-compare-only-a = A seul
cli-compare-only-b = B seul
cli-compare-paraphrase = paraphrase
cli-compare-passage = { $kind } ({ $score } : { $reasons })
cli-compare-passage-unexplained = { $kind } ({ $score } : les mots dans leur ensemble)
cli-compare-perhaps-at = peut-être { $side } ¶{ $number }
cli-compare-quotes-differ = citations ≠
cli-compare-quotes-same = citations =
cli-compare-shared-a = commun de A
cli-compare-shared-b = commun de B
cli-compare-shares = { $a } % de A et { $b } % de B ont une contrepartie ; { $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
}, { $formulas ->
    [one] { $formulas } formule non comptée
   *[other] { $formulas } formules non comptées
}.
cli-compare-typography = Laisse guillemets, apostrophes, tirets et espaces compter
cli-compare-undecided = { $n ->
    [one] { $n } lien possible
   *[other] { $n } liens possibles
} sous le seuil.
cli-compare-versions = Versions d'un même article : A { $a }, B { $b }
cli-completions-about = Imprime les complétions d'un shell
cli-completions-shell = Le shell
cli-config = Lit les réglages dans FICHIER
cli-config-about = Montre les réglages en vigueur, leurs valeurs par défaut, leur schéma, ou ce qui ne va pas dans leur fichier
cli-config-check = Dit ce qui ne va pas dans les réglages, les touches et les thèmes ; code de sortie 1 s'il y a quelque chose
cli-config-default = Imprime un fichier de réglages où chaque valeur par défaut est expliquée
cli-config-fine = { $file } : rien à redire
cli-config-none = { $file } : il n'y a pas de fichier de réglages ; les valeurs par défaut servent
cli-config-schema = Imprime le schéma JSON du fichier de réglages, pour les éditeurs qui vérifient à la frappe
cli-default = par défaut : { $value }
cli-demo-about = Ouvre le corpus d'exemple avec une courte visite ; ne laisse aucune trace
cli-demo-name = visite
cli-desk-about = Dit où en sont le journal et le desk ; crée un desk
cli-desk-editor = rédaction
cli-desk-failed = { $desk } : ce desk est inutilisable : { $reason }
cli-desk-init = Crée les tables et les rôles kiosque_reader et kiosque_editor ; s'ils sont là, rien ne change
cli-desk-no-address = --url attend une adresse comme postgres://NOM@HÔTE/BASE
cli-desk-none = il n'y a pas de desk : nommez-en un par [journal] url dans les réglages, ou par --url
cli-desk-reader = lecture
cli-desk-ready = { $desk } : prêt
cli-desk-schema = Imprime le SQL qu'exécute --init, pour qui administre la base
cli-desk-stock = { $desk } : { $role } ; { $here } ici, dont { $not_there } pas là-bas, et { $not_here } là-bas qui ne sont pas ici
cli-desk-sync = Réunit le journal et le desk, une fois
cli-desk-synchronised = { $desk } : envoi de { $sent }, réception de { $received }, { $unsent } non prises
cli-desk-url = Un autre desk que celui des réglages
cli-doctor-about = Dit les versions, les dossiers et ce qui ne va pas avec eux
cli-doctor-built-in = intégré
cli-doctor-by-default = par défaut
cli-doctor-cache = cache
cli-doctor-catalogue = catalogue
cli-doctor-data = données
cli-doctor-entries = décisions
cli-doctor-head = kiosque { $version } ({ $system } ; { $features })
cli-doctor-journal = journal
cli-doctor-not-kept = non gardé, disent les réglages
cli-doctor-not-yet = n'existe pas encore
cli-doctor-noted = { $value }  — { $note }
cli-doctor-read-only = ne peut pas être écrit
cli-doctor-settings = réglages
cli-doctor-state = état
cli-doctor-theme = thème
cli-doctor-verdicts = { $entries }, sous le nom { $person }
cli-entities-about = Imprime noms, dates et citations en JSON ; les positions comptent les scalaires Unicode du fichier décodé
cli-entities-corpus = Une ligne de JSON pour chaque document de tous les chemins
cli-entities-explain = Ajoute à chaque mention et à chaque forme pourquoi c'en est une
cli-entities-failed = Rien n'a pu y être cherché à cause d'une erreur interne ; il a été laissé de côté.
cli-entities-more = seul le premier article est imprimé ; --corpus les imprime tous, un par ligne
cli-entities-model-only = Sans ce que les règles savent de tout le document
cli-export-about = Écrit articles, titres, notes ou citations pour d'autres programmes
cli-export-exists = { $path } : existe déjà ; nommez un autre fichier ou dites --force
cli-export-force = Remplace FICHIER s'il existe
cli-export-output = Écrit dans FICHIER, qui ne doit pas encore exister
cli-export-query = Seulement les articles qui répondent à REQUÊTE
cli-export-template = Un modèle des réglages, ou un texte avec {"{"}title{"}"} {"{"}source{"}"} {"{"}date{"}"} {"{"}url{"}"} {"{"}text{"}"} … dedans
cli-export-two = une comparaison prend deux articles ; { $n ->
    [one] { $n } a été trouvé
   *[other] { $n } ont été trouvés
}
cli-export-what = Quoi écrire ; les citations (citations) sont les phrases que trouve --query, la comparaison (comparison) est la fiche de deux articles
cli-facets-about = Compter les articles de chaque titre, jour, mois, nom ou histoire
cli-facets-after-help = Des archives entières, les serveurs comptent ce qu'ils ont, d'après ce qui fut trouvé à l'import, et ce que vous avez corrigé est rétabli. Avec --filter, et par histoire, les articles sont tirés et comptés ici, --pull au plus. Un mois qui ne répond pas est nommé, et le code 3 dit que le compte n'est pas entier.
cli-facets-by = Ce qui est compté : titres, jours ou mois de parution, noms tels que chaque article les a, ou histoires
cli-facets-left = { $n ->
    [one] … et { $n } autre valeur
   *[other] … et { $n } autres valeurs
}
cli-facets-limit = Valeurs au plus (en texte sur un terminal { $n } sauf demande)
cli-facets-none = —
cli-format = Comment imprimer
cli-frame-about = Dessine un écran en texte ou en SVG, après quelques touches
cli-frame-keys = Touches à presser, comme 'jj<enter>c' ou ':<esc>'
cli-frame-legend = Ajoute l'aspect des cases au texte
cli-frame-not-a-key = { $key } n'est pas une touche ; écrivez les touches comme 'jj<enter><c-p>'
cli-frame-not-a-size = une taille s'écrit 120x40, de 1x1 à { $most }x{ $most }
cli-frame-output = Écrit dans FICHIER ; .svg dessine une image. Sans lui, le texte va à la sortie standard
cli-frame-size = Colonnes et lignes
cli-frame-step = Dessine un écran après chaque touche, montré N millisecondes : une image animée (SVG)
cli-frame-step-is-svg = --step fait une image animée, ce qui demande une sortie dont le nom finit par .svg
cli-heading-arguments = Arguments{"\u00A0"}
cli-heading-commands = Commandes{"\u00A0"}
cli-heading-options = Options{"\u00A0"}
cli-heading-surroundings = Alentours{"\u00A0"}
cli-heading-usage = Usage :
cli-help-about = Imprime l'aide d'une commande
cli-help-command = La commande ; sans elle, l'aide du programme
cli-help-flag = Imprime cette aide
cli-import-about = Verse des fichiers dans une archive : les articles de nombreuses années dans une base PostgreSQL
cli-import-after-help =
    Les tables sont créées s'il n'y en a pas. Un fichier est versé par un seul processus ; lancez la même commande sur d'autres machines qui voient les mêmes fichiers, ou
    sans CHEMIN pour ce qui fut nommé avant, et elles se partagent le travail. Après une interruption, relancez-la : elle reprend là, et aucun texte n'entre deux fois.
cli-import-archive = L'archive, par exemple postgres://NOM@HÔTE/BASE ; le mot de passe : PGPASSWORD
cli-import-done = { $archive } : lecture de { $read }, dont { $new } de plus
cli-import-failed = { $archive } : cette archive est inutilisable : { $reason }. Ce qui est entré reste ; la même commande reprend là
cli-import-left = { $n ->
    [one] { $n } fichier reste : un autre processus le lit, ou il est illisible ici
   *[other] { $n } fichiers restent : d'autres processus les lisent, ou ils sont illisibles ici
}
cli-import-no-archive = nommez d'abord l'archive, par exemple postgres://NOM@HÔTE/BASE
cli-import-schema = Imprime le SQL qui crée les tables, pour qui administre la base
cli-import-workers = Combien de fichiers sont lus à la fois ; sans cela, autant que de cœurs
cli-index-about = Lit un corpus et fait son index de mots, dans le dossier de cache
cli-index-after-help = Les recherches et l'interface se servent ensuite de l'index ; kiosque cache --clear le supprime.
cli-index-done = { $articles }, { $held } dans l'index ({ $size } Mo)
cli-index-not-kept = le catalogue de ces chemins n'est pas à écrire pour cette exécution : un autre kiosque l'a ouvert, ou les réglages n'en gardent pas
cli-journal-about = Liste ce qui a été fait aux articles, le plus récent en dernier ; vérifie, réunit et compacte le journal
cli-journal-apply = Avec --rules : le fait, une entrée par règle
cli-journal-check = Dit quelles lignes sont illisibles ; code de sortie 3 s'il y en a
cli-journal-checked = { $path } : { $entries } de { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
}, { $lines ->
    [one] { $lines } ligne illisible
   *[other] { $lines } lignes illisibles
}
cli-journal-compact = Réécrit le journal : dans l'ordre, sans lignes répétées ni abîmées
cli-journal-compacted = { $entries } gardées, { $repeated ->
    [one] { $repeated } ligne répétée laissée
   *[other] { $repeated } lignes répétées laissées
} de côté, { $torn ->
    [one] { $torn } ligne abîmée mise
   *[other] { $torn } lignes abîmées mises
} à part, { $foreign ->
    [one] { $foreign } ligne d'une autre version gardée
   *[other] { $foreign } lignes d'autres versions gardées
}
cli-journal-limit = Liste seulement les N dernières entrées
cli-journal-links = Affiche ce que vous avez décidé des liens des comparaisons des articles de CHEMIN… (vont ensemble, sans pendant), pour apprendre : gold, les liens, ou texts, leurs textes ; les deux se lisent par kiosque-train links --set NAME GOLD TEXTS WEIGHT
cli-journal-merge = Reprend les entrées d'un autre journal ; deux fois revient à une
cli-journal-merged = { $path } : { $entries } reprises, { $known } connues
cli-journal-rule = { $rule } : { $found } trouvés, { $changed } changés, { $spared } épargnés  { $does }
cli-journal-rules = Dit ce que les règles des réglages feraient aux articles de CHEMIN… ; ne change rien
cli-journal-unreadable = { $path } : le journal n'a pas pu être lu : { $reason }
cli-journal-unsaved = { $path } : { $entries } non enregistrées : { $reason }
cli-lang = La langue à parler
cli-list-about = Liste les articles de fichiers, dossiers et archives avec ce qu'ils disent d'eux-mêmes
cli-list-filter = Seulement les articles qui répondent à REQUÊTE, comme filtre la liste de l'interface
cli-load-archive-alone = { $archive } est une archive, qui s'interroge seule
cli-load-deadline = Combien de temps on attend un mois qui est sur un autre serveur ; 10 secondes sans cela
cli-load-fields = Dit quel champ des enregistrements JSON et CSV est quoi, comme title=titre,text=contenu
cli-load-files-from = Lit d'autres chemins dans FICHIER, un par ligne ou séparés par NUL ; - pour l'entrée standard
cli-load-no-archive = { $archive } est une archive ; list, search et l'interface l'interrogent, cette commande lit des fichiers
cli-load-no-path = aucun chemin n'a été donné ; nommez des fichiers ou des dossiers, ou - pour l'entrée standard
cli-load-paths = Fichiers, dossiers et archives ; - pour l'entrée standard
cli-keys-about = Imprime les touches de chaque endroit du programme, telles qu'elles sont posées
cli-keys-format = Comment imprimer
cli-man-about = Imprime une page de manuel (roff) : kiosque man | man -l -
cli-man-command = La commande dont c’est la page ; sans commande, la page du programme et ses touches
cli-man-description = DESCRIPTION
cli-man-extra = EXEMPLES
cli-man-keys = TOUCHES
cli-man-name = NOM
cli-man-palette = (palette)
cli-man-synopsis = SYNOPSIS
cli-man-unknown = Il n’y a pas de commande « { $name } » ; il y a : { $known }
cli-man-version = VERSION
cli-matrix-about = Qui dit quoi : les faits d'une histoire face à ses textes, avec les origines indépendantes
cli-matrix-alone = Seulement les faits qu'un seul texte donne
cli-matrix-differing = Seulement les faits que les articles donnent différemment
cli-matrix-long-about =
    Qui dit quoi : les faits d'une histoire face à ses textes, avec les origines indépendantes.

    Un texte que plusieurs titres impriment est une colonne et une origine.
cli-matrix-most = plus de textes ({ $n }) qu'il n'en est comparé : seulement les { $most } premiers ; --story nomme une histoire
cli-matrix-no-story = aucune histoire de ce qui est donné ne s'appelle { $story } ; kiosque stories les liste
cli-matrix-read = plus d'articles ({ $n }) qu'il n'en est lu d'une histoire : seulement les { $read } premiers
cli-matrix-story = Seulement l'histoire de cet identifiant, sinon la plus grande dont le titre a ces mots
cli-matrix-no-outlet = { $outlet } : aucun texte de cette histoire n'est de ce titre.
cli-matrix-omitted = Seulement les faits que le texte de TITRE n'a pas ; un nombre compte les colonnes à partir de 1
cli-matrix-order = Les faits du plus grand nombre d'origines d'abord, comme ils ont été connus, ou comme les dit le premier article
cli-meant = Vouliez-vous dire { $word } ?
cli-mistyped = « { $word } » n'est ni une commande, ni un fichier ou dossier d'ici ; vouliez-vous dire « { $meant } » ? kiosque --help liste les commandes
cli-name = Le nom sous les nouveaux verdicts et notes
cli-names-own-name = --name dit qui vous êtes, sous les verdicts et les notes ; la page d'un nom est --of NOM.
cli-names-about = Les noms de tous les articles, réunis, avec leurs graphies et leurs raisons ; ou la page d'un nom
cli-names-about-it = à son sujet :
cli-names-format = Comment imprimer ; une ligne de JSON par nom, un objet pour une page ; plot et svg dessinent où se trouve NOM
cli-names-heading = { $name } ({ $kind }) : { $mentions ->
    [one] { $mentions } mention
   *[other] { $mentions } mentions
}, { $articles }
cli-names-none = Aucun nom « { $name } » dans ces articles ; kiosque names les liste.
cli-names-of = La page d'un nom : graphies, rôles, jours, compagnons, citations, mentions
cli-names-parted = séparé
cli-names-plot-of = un tracé est celui d'un nom : --of NOM
cli-names-quotations = Seulement ce que dit NOM, chaque citation une fois, avec les articles qui l'impriment et le doute sur qui parle
cli-names-quotations-format = { $format } est un format des citations : --of NOM --quotations
cli-names-quotations-of = les citations sont celles d'un nom : --of NOM
cli-names-quotations-plot = des citations ne se tracent pas : --format text, md, csv, html, json ou jsonl
cli-names-says = dit :
cli-no-article = { $path } : aucun article n'a pu y être lu.
cli-no-such-command = il n'y a pas de commande « { $name } » ; kiosque --help les liste
cli-no-theme = il n'y a pas de thème { $name }{ $meant } ; il y a { $list }
cli-not-a-day = écrivez un jour comme 2024-06-19
cli-not-a-number = écrivez un nombre entier, { $least } ou plus
cli-not-a-score = écrivez un nombre de 0 à 1
cli-not-a-time = écrivez un jour comme 2026-11-21 ou une heure comme 2026-11-21T08:00
cli-not-utf8 = un argument n'est pas en UTF-8
cli-more-remarks = { $n ->
    [one] et { $n } autre remarque sur un fichier, non dite ici
   *[other] et { $n } autres remarques sur des fichiers, non dites ici
}
cli-notes-of-what = kiosque notes CHEMIN… nomme les articles au lieu de leurs clés
cli-notes-about = Liste les notes avec leurs passages ; si des articles sont nommés, dit où se trouvent les passages à présent
cli-notes-format = Comment imprimer ; md, csv et html demandent des articles
cli-notes-lost = « { $quote } »  (introuvable)
cli-notes-need-articles = md, csv et html impriment les notes à côté de leurs articles ; nommez les articles, ou choisissez text ou json
cli-notes-passage = « { $quote } »
cli-nothing-there = aucun article n'y a été trouvé.
cli-now = Prend HEURE (2026-11-21 ou 2026-11-21T08:00) pour le présent, en UTC
cli-one-text-again = le même texte ×{ $n } : { $places }
cli-one-text = un même texte, à quelques coupes près ×{ $n } : { $places }
cli-open-dumb = ce terminal ne peut pas placer de texte (TERM=dumb)
cli-open-instead = { $why } ; kiosque list CHEMIN… imprime les articles, kiosque --help montre les autres commandes
cli-open-linear = Lit des touches et des noms d'actions ligne par ligne et imprime des lignes simples, pour lecteurs d'écran et terminaux simples
cli-open-missing = { $paths } : il n'y a { $n ->
    [one] ni fichier ni dossier de ce nom
   *[other] ni fichiers ni dossiers de ces noms
}. Vérifiez le chemin, ou lancez kiosque sans rien pour le corpus d'exemple ; kiosque --help liste les commandes
cli-open-no-cache = Ne garde rien du corpus pour la prochaine fois, et ne se sert de rien de gardé
cli-open-no-interface = cette version n'a pas d'interface ; kiosque --help montre les commandes
cli-open-no-terminal = la sortie standard n'est pas un terminal
cli-open-theme = Dessine dans ce thème, intégré ou fichier du dossier themes à côté des réglages ; auto regarde le terminal et NO_COLOR
cli-pick-about = Ouvre l’interface pour cocher des articles, et écrit en sortant ceux qui sont cochés
cli-pick-format = Comment écrire ce qui est coché : des noms que prend toute commande, ou les objets de list
cli-pick-null = Termine chaque nom par NUL, pour xargs -0 et les noms qui ont des fins de ligne
cli-pick-after-help = Espace coche, q termine et écrit, Ctrl-c termine sans rien écrire (130). Rien de
    coché donne 1.
cli-pick-no-terminal = il n'y a pas de terminal où cocher des articles : la sortie standard n'en est pas un, et ce processus n'appartient à aucun (/dev/tty)

    Exemples :
      kiosque pick nuit/ | xargs -d '\n' kiosque export --format md
      kiosque pick -0 nuit/ | xargs -0 cp -t garder/
cli-output-lost = la sortie n'a pas pu être écrite : { $reason }
cli-load-pull = Combien d'articles au plus sont tirés d'une archive ; { $most } sans cela
cli-percent = { $share } %
cli-prepare-about = Imprime chaque article nettoyé, avec ce qu'il affirme et ses noms, en une ligne de JSON : pour les programmes qui en gardent beaucoup
cli-progress-analysing = noms et faits : { $done } sur { $articles }
cli-progress-cleaning = nettoyage : fichier { $done } sur { $files }
cli-progress-comparing = comparaisons : { $done } sur { $all }
cli-progress-files = lecture : fichier { $file } sur { $files }, { $articles }
cli-progress-importing = archive : { $done } sur { $files }, lecture de { $articles } ici
cli-progress-indexing = index de mots : { $done } sur { $articles }
cli-progress-reading = lecture : { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
}, { $articles }
cli-sample-corpus = corpus d'exemple
cli-search-about = Cherche mots, expressions et champs dans les articles ; exact sur un texte sans accents ni majuscules
cli-search-after-help =
    Exemples :
      kiosque search 'vente d’armes' DOSSIER
      kiosque search 'choigou -lavrov date:2023-09' DOSSIER
      kiosque search --terms noms.txt --format csv DOSSIER

    Requêtes : mot "une expression" -mot préfixe* coquille~1 /regex/ a OR b (…)
      source: title: author: agency: entity: date: lang: state: tag: note: path: is:
cli-search-best = imprimés : les { $n } meilleurs (tous : --limit { $all })
cli-search-found = { $exact ->
    [one] { $exact } exact
   *[other] { $exact } exacts
}, { $near ->
    [one] { $near } proche
   *[other] { $near } proches
}, dans { $articles }
cli-search-in = Cherche dans ces couches : text, titles, comments, removed, all
cli-search-limit = Imprime les N meilleurs articles ; tous sont comptés (20 sur un terminal, tous dans un tube)
cli-search-meant = vouliez-vous dire « { $query } » ({ $hits }) ?
cli-search-more = { $n ->
    [one] { $n } autre endroit qui n'est pas imprimé
   *[other] { $n } autres endroits qui ne sont pas imprimés
}
cli-search-no-layer = les couches sont text, titles, comments, removed, all
cli-search-no-query = aucune requête n'a été donnée ; voyez kiosque search --help
cli-search-no-terms = { $path } : ne contient aucune requête
cli-search-not-searched = { $n } de plus dans { $layer }, où l'on n'a pas cherché (--in { $name })
cli-search-query = Quoi chercher ; pas avec --terms
cli-saved-about = Liste les recherches que vous gardez
cli-search-saved = Pose la recherche que vous gardez sous ce NOM, à la place de REQUÊTE
cli-search-terms = Lit une requête par ligne dans FICHIER et imprime un tableau
cli-show-about = Imprime des articles : nettoyés, avec chaque ligne marquée, ou tels quels
cli-show-all-kept = aucune ligne retirée
cli-show-kept = [{ $words } dans le texte, { $percent } % gardé ; { $lines }]
cli-show-kind = { $kind } { $n }
cli-show-taken-out = lignes retirées : { $kinds }
cli-show-view = L'article seul, chaque ligne avec son genre, ou le texte tel que décodé
cli-show-width = La plus longue rangée de la vue nettoyée
cli-state-dir = Garde verdicts, sessions et caches dans DOSSIER
cli-stories-about = Groupe les articles en histoires et nomme les quasi-doublons, avec la raison de chaque appartenance
cli-stories-count = { $n ->
    [one] { $n } histoire
   *[other] { $n } histoires
} de plusieurs articles, { $articles } à part.
cli-stories-day = { $title } ({ $day }, { $articles })
cli-stories-days = { $title } (du { $first } au { $last }, { $articles })
cli-stories-member = { $article } : { $reason }
cli-stories-near = proche, en dehors : { $article } : { $reason }
cli-stories-undated = { $title } ({ $articles })
cli-table-format = Comment imprimer ; plot et svg dessinent ce que compte le tableau
cli-timeline-about = Les articles d'une histoire dans l'ordre du temps : ce que chacun est le premier à dire, qui il nomme
cli-timeline-days = Plutôt les jours dont parlent les articles, chacun avec sa phrase
cli-try-help = Pour en savoir plus, essayez --help.
cli-unknown-argument = « { $argument } » n'est pas une option de cette commande
cli-unreadable = { $path } : lecture impossible : { $reason }
cli-unwritable = { $path } : écriture impossible : { $reason }
cli-value-columns = COLONNES
cli-value-command = COMMANDE
cli-value-date = DATE
cli-value-dir = DOSSIER
cli-value-fields = RÔLE=CHAMP,…
cli-value-file = FICHIER
cli-value-from = ENTRÉE
cli-value-keys = TOUCHES
cli-value-lang = LANGUE
cli-value-layer = COUCHE,…
cli-value-missing = { $argument } demande une valeur
cli-value-n = N
cli-value-name = NOM
cli-value-options = OPTIONS
cli-value-outlet = TITRE
cli-value-path = CHEMIN
cli-value-query = REQUÊTE
cli-value-refused = « { $value } » ne convient pas à { $argument } : { $reason }
cli-value-score = SCORE
cli-value-seconds = SECONDES
cli-value-shell = SHELL
cli-value-size = LxH
cli-value-template = MODÈLE
cli-value-theme = THÈME
cli-value-time = HEURE
cli-value-to = SORTIE
cli-value-too-many = « { $value } » est une valeur de trop pour { $argument }
cli-value-wrong = « { $value } » ne convient pas à { $argument }
cli-values-count = { $argument } demande plus de valeurs
cli-version-flag = Imprime la version
ingest-xml-cut = s'arrête avant la fin ; ce qui s'y trouvait a été lu.
ingest-xml-full = { $n ->
    [one] a plus de { $n } élément ; ce qui se trouve derrière n'a pas été lu.
   *[other] a plus de { $n } éléments ; ce qui se trouve derrière n'a pas été lu.
}
ingest-xml-mended = { $n ->
    [one] a { $n } faute dans son XML, qui a été réparée.
   *[other] a { $n } fautes dans son XML, qui ont été réparées.
}
cli-versions-about = Dit ce qui a changé à une adresse d'une version à l'autre
cli-versions-after-help = Sont des versions les articles d'une adresse, ou les dépêches d'un identifiant d'agence, dont le titre ou le corps diffère, tels que kiosque watch les garde.
cli-versions-at = { $place } ({ $hour } UTC)
cli-versions-change = { $a } → { $b }
cli-versions-headline = titre : { $a } → { $b }
cli-versions-judged = modifié depuis qu'il a été jugé ({ $state } : { $document })
cli-versions-of = Seulement l'article de cette adresse ou de ce fichier
cli-versions-same = Rien de ce qu'une comparaison dit ne diffère.
cli-versions-silent = la version suivante ne dit pas qu'elle a changé
cli-versions-title = { $title }  { $address }  { $n ->
    [one] { $n } version
   *[other] { $n } versions
}
cli-watch-about = Suit des flux, des plans de site et des pages par leurs adresses, dans un dossier
cli-watch-after-help =
    Chaque article est gardé tel qu'il est venu (WARC), dans un dossier que kiosque ouvre comme un autre ; s'il change
    plus tard, il est gardé à nouveau à côté. Rien n'est relevé qu'aux adresses que vous nommez et à celles qu'elles nomment.
cli-watch-every = Tous les combien chaque adresse est interrogée : 10m, 1h, 1d
cli-watch-into = Le dossier où relever ; sans cela, un dossier à côté du journal
cli-watch-list = Affiche ce qui est suivi, et ne relève rien
cli-watch-list-row = { $address } : { $state }
cli-watch-no-list = { $path } n'est ni un dossier ni une liste de flux (OPML).
cli-watch-no-time = pas une durée comme 10m, 1h ou 1d, entre une minute et 30 jours
cli-watch-nothing = Nommez une adresse, une liste de flux (OPML) ou un dossier où vous avez déjà relevé.
cli-watch-once = Interroge chaque adresse une fois, et termine
cli-watch-opml = Affiche ce qui est suivi en OPML, et ne relève rien
cli-watch-refused = pas pour les robots  { $address }
cli-watch-same = rien de neuf  { $address }
cli-watch-several-folders = Nommez un seul dossier, dans --into ou comme chemin.
cli-watch-state-asked = interrogé { $asked }, puis { $next }
cli-watch-state-fault = { $fault } Puis { $next }
cli-watch-state-new = pas encore interrogé
cli-watch-stop = Ne suit plus cette adresse ; ce qu'elle a donné est gardé
cli-watch-stop-unknown = { $address } n'est pas suivi.
cli-watch-sources = Des adresses, des listes de flux (OPML) ou un dossier où vous avez déjà relevé
cli-watch-listed = { $n ->
    [one] { $n } adresse nouvelle  { $address }
   *[other] { $n } adresses nouvelles  { $address }
}
cli-watch-new = nouveau  { $address }  { $file }
cli-watch-version = modifié  { $address }  { $file }
cli-value-address = ADRESSE

## the way back

way-list = liste
way-article = article
way-names = noms
way-queue = file
way-comparison = comparaison
way-results = résultats { $query }
way-notes = notes
way-journal = journal
way-board = tableau
way-name = nom
way-matrix = qui dit quoi
way-timeline = chronologie
results-last-hit = C'était la dernière occurrence ; { KEY("dismiss") } revient aux résultats.
results-first-hit = C'était la première occurrence ; { KEY("dismiss") } revient aux résultats.
quit-unsaved = des verdicts ne sont pas sur le disque
quit-handing = un export est en cours
quit-draft = une note commencée n'est pas gardée
quit-asks = Quitter ? { $loss } ; encore une fois ({ $key }) quitte quand même.
quit-running = une commande à vous tourne
note-put-by = Note mise de côté : la reprendre au même endroit la retrouve.
unread-none-left = Plus rien à lire : tout est lu ou jugé.
context-settings = Réglages
action-settings = réglages : les voir et les changer
action-next-value = valeur suivante
action-previous-value = valeur précédente
action-reset-setting = revenir à la valeur par défaut
action-edit-settings = ouvrir le fichier des réglages
synonyms-settings = réglages préférences configuration thème couleurs langue largeur settings preferences theme width language
hint-change = changer
hint-default = défaut
ui-ask-setting = { $key } :
settings-by-default = défaut
settings-by-option = option
settings-by-now = cette fois
settings-of-line = ligne { $line }
settings-default = défaut : { $value }
settings-no-tables = aucun
settings-tables = { $n } dans le fichier
settings-later = compte au prochain lancement
settings-in-file-only = se change dans le fichier ({ KEY("edit-settings") })
settings-no-file = Rien n'est gardé ici : il n'y a pas de fichier.
settings-kept = { $now } · gardé
settings-kept-for-later = { $now } · gardé, compte au prochain lancement
settings-not-kept = { $now } · pour cette fois : rien n'est gardé ici
settings-file-broken = le fichier des réglages n'est pas du TOML lisible : { $why }
settings-file-refused = { $file } n'a pas été écrit : { $why }
table-named = cite : { $names }
settings-refused = Rien n'a été changé : { $why }
cli-word-too-many = « { $word } » est de trop : cette commande ne prend ni chemin ni mot ici
action-call-name = renommer partout
synonyms-call-name = renommer nom appeler rename call
ui-ask-called = s'appelle :
triage-called = « { $name } » s'appelle « { $called } »
name-called = « { $name } » s'appelle partout « { $called } » — { KEY("undo") } annule
name-called-again = De nouveau « { $name } » — { KEY("undo") } annule
ui-compare-also-doubtful = { $n ->
    [one] et { $n } endroit à vérifier (≠?)
   *[other] et { $n } endroits à vérifier (≠?)
}
