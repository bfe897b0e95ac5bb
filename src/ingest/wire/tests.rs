use crate::corpus::{LineKind, Place, SourceFormat, Standing, WireTopic};
use crate::ingest::{RawDocument, read};

fn one(name: &str, bytes: &[u8]) -> RawDocument {
    let mut got = read(&Place::file(name), bytes);
    assert_eq!(got.documents.len(), 1, "{:?}", got.notices);
    got.documents.remove(0)
}

fn first(list: &[crate::ingest::Field]) -> &str {
    list.first().map_or("", |f| f.value.as_str())
}

fn fact(raw: &RawDocument, topic: WireTopic) -> &str {
    raw.wire.iter().find(|f| f.topic == topic).map_or("", |f| f.value.as_str())
}

fn kinds(raw: &RawDocument) -> Vec<(LineKind, &str)> {
    raw.hints.iter().map(|h| (h.kind, h.span.of(&raw.text))).collect()
}

const G2: &str = r#"<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="2" xml:lang="fr">
<itemMeta><provider literal="AQX"><name>Agence Quai</name></provider><versionCreated>2024-03-06T09:00:00+01:00</versionCreated>
<firstCreated>2024-03-05T23:30:00+01:00</firstCreated><embargoed>2031-01-01T06:00:00+01:00</embargoed><pubStatus qcode="stat:usable"/>
<edNote>Corrige le nombre</edNote><link rel="irel:previousVersion" residref="urn:x:1" version="1"/></itemMeta>
<contentMeta><urgency>3</urgency><slugline>pont-fermeture</slugline><headline>Le pont est fermé</headline>
<headline role="hlrole:sub">Un an de travaux</headline><by>Ana Roz</by><dateline>Gorzé, 5 mars 2024 (AQX)</dateline>
<creditline>AQX</creditline><genre qcode="genre:Current"/></contentMeta>
<contentSet><inlineXML><html><head><title>Le pont</title></head><body><p>Le pont de <b>Gorzé</b> est fermé.</p>
<h2>Les travaux</h2><p>Ils durent un an.</p><p>roz/kim</p></body></html></inlineXML></contentSet></newsItem>"#;

#[test]
fn a_news_item_states_its_claims_and_its_facts() {
    let raw = one("a.xml", G2.as_bytes());
    assert_eq!(raw.format, SourceFormat::NewsMl);
    let f = &raw.fields;
    assert_eq!((first(&f.title), first(&f.standfirst)), ("Le pont est fermé", "Un an de travaux"));
    assert_eq!((first(&f.source), first(&f.author)), ("Agence Quai", "Ana Roz"));
    assert_eq!(first(&f.published), "2024-03-05T23:30:00+01:00");
    assert_eq!(first(&f.updated), "2024-03-06T09:00:00+01:00");
    assert_eq!(fact(&raw, WireTopic::Dateline), "Gorzé, 5 mars 2024 (AQX)");
    assert_eq!((fact(&raw, WireTopic::Slug), fact(&raw, WireTopic::Urgency)), ("pont-fermeture", "3"));
    assert_eq!((fact(&raw, WireTopic::Version), fact(&raw, WireTopic::Corrects)), ("2", "urn:x:1"));
    assert_eq!((fact(&raw, WireTopic::Note), fact(&raw, WireTopic::Genre)), ("Corrige le nombre", "Current"));
    let body = &kinds(&raw)[2..];
    assert_eq!(
        body,
        [
            (LineKind::Body, "Le pont de Gorzé est fermé."),
            (LineKind::Subheading, "Les travaux"),
            (LineKind::Body, "Ils durent un an."),
            (LineKind::Credit, "roz/kim"),
        ]
    );
}

#[test]
fn an_embargo_is_said_and_the_item_is_shown() {
    let raw = one("a.xml", G2.as_bytes());
    assert_eq!(fact(&raw, WireTopic::Embargo), "2031-01-01T06:00:00+01:00");
    assert!(raw.notices.iter().any(|n| n.to_string().contains("2031-01-01")), "{:?}", raw.notices);
}

#[test]
fn the_day_on_which_an_embargo_ends_is_that_of_publication_within_weeks_alone() {
    let until = |day: &str| {
        let raw = one("a.xml", G2.replace("2031-01-01T06:00:00+01:00", day).as_bytes());
        raw.fields.published.first().map(|f| f.value.get(..10).map(str::to_owned))
    };
    assert_eq!(until("2024-03-07T06:00:00+01:00"), Some(Some("2024-03-07".to_owned())));
    assert_eq!(until("2031-01-01T06:00:00+01:00"), Some(Some("2024-03-05".to_owned())));
    assert_eq!(until("2024-03-04T06:00:00+01:00"), Some(Some("2024-03-05".to_owned())));
}

#[test]
fn a_picture_before_the_only_report_lends_it_no_headline() {
    let xml = r#"<NewsML><NewsItem><NewsComponent>
        <NewsComponent><Role FormalName="Photo"/><NewsLines><HeadLine>PONT-TRAVAUX</HeadLine><ByLine>Léo Kim</ByLine></NewsLines>
        <NewsComponent><Role FormalName="Caption"/><ContentItem><DataContent><p>Le pont, mardi.</p></DataContent></ContentItem></NewsComponent></NewsComponent>
        <NewsComponent><Role FormalName="Main"/><NewsLines><HeadLine>Le pont est fermé</HeadLine><ByLine>Par Ana Roz</ByLine></NewsLines>
        <ContentItem><MediaType FormalName="Text"/><DataContent><p>Le pont.</p></DataContent></ContentItem></NewsComponent>
        </NewsComponent></NewsItem></NewsML>"#;
    let raw = one("a.xml", xml.as_bytes());
    assert_eq!((first(&raw.fields.title), first(&raw.fields.author)), ("Le pont est fermé", "Ana Roz"));
    assert!(kinds(&raw).iter().any(|(kind, text)| *kind == LineKind::Caption && *text == "Le pont, mardi."));
}

#[test]
fn a_line_by_which_desks_know_an_item_is_no_headline_however_often_it_was_sent() {
    let text = "FRS0456 3 I 0201\nTransport-fluvial-pont 1ERE LEAD\n\nLe pont est fermé\n\nGORZÉ, 5 mars 2024 (AQX) - Le pont est fermé depuis mardi.\n\nAQX 051634 MAR 24\n";
    let raw = one("a.txt", text.as_bytes());
    assert_eq!((first(&raw.fields.title), first(&raw.fields.source)), ("Le pont est fermé", "AQX"));
}

#[test]
fn a_message_of_the_american_form_needs_no_control_characters() {
    let text = "z22-----\nr a BC-ME--Bridge   03-05 0210\n^BC-ME--Bridge, 1st Ld-Writethru,210<\n^Bridge closed for a year<\n^By ANA ROZ=\n^Quay Exchange=\n\
        \t   GORZE, Maine (AQX) _ The bridge has been closed since Tuesday.\n\n\t   AQX-WF-03-05-24 1537GMT<\n";
    let raw = one("a.txt", text.as_bytes());
    let f = &raw.fields;
    assert_eq!((first(&f.title), first(&f.author)), ("Bridge closed for a year", "ANA ROZ"));
    assert_eq!((first(&f.source), first(&f.published)), ("AQX", "2024-03-05"));
    assert!(!raw.text.contains("WF-03-05"));
}

#[test]
fn a_withdrawn_item_says_so() {
    let raw = one("a.xml", G2.replace("stat:usable", "stat:canceled").as_bytes());
    assert_eq!(raw.standing, Standing::Withdrawn);
    assert!(raw.notices.iter().any(|n| n.to_string().contains("withdrawn")), "{:?}", raw.notices);
}

#[test]
fn versions_of_one_item_are_one_article_that_shows_the_latest() {
    let second = G2.split_once("?>").expect("a declaration").1;
    let earlier = second.replace("version=\"2\"", "version=\"1\"").replace("un an.", "deux ans.");
    let message = format!("<newsMessage><itemSet>{earlier}{second}</itemSet></newsMessage>");
    let raw = one("a.xml", message.as_bytes());
    assert_eq!(fact(&raw, WireTopic::Version), "2");
    assert!(fact(&raw, WireTopic::Earlier).starts_with("1 · 2024-03-06"), "{:?}", raw.wire);
    let body: Vec<&str> = kinds(&raw).into_iter().filter(|k| k.0 == LineKind::Body).map(|k| k.1).collect();
    assert_eq!(body, ["Le pont de Gorzé est fermé.", "Ils durent un an."]);
    assert!(kinds(&raw).contains(&(LineKind::Related, "Ils durent deux ans.")), "{:?}", kinds(&raw));
}

#[test]
fn a_package_and_a_plan_list_what_they_name() {
    let package = "<packageItem guid='p' version='1'><contentMeta><headline>Le dossier</headline></contentMeta><groupSet><group>
        <itemRef residref='urn:x:1'><title>Le pont</title></itemRef><itemRef residref='urn:x:2'/></group></groupSet></packageItem>";
    let raw = one("p.xml", package.as_bytes());
    assert_eq!(raw.text, "Le dossier\n\nLe pont — urn:x:1\n\nurn:x:2");
    let plan = "<planningItem guid='p'><contentMeta><headline>Vote du budget</headline></contentMeta><newsCoverageSet><newsCoverage>
        <planning><itemClass qcode='ninat:text'/><scheduled>2024-03-09</scheduled><headline>Le vote</headline></planning>
        </newsCoverage></newsCoverageSet></planningItem>";
    assert_eq!(one("p.xml", plan.as_bytes()).text, "Vote du budget\n\n2024-03-09 · text · Le vote");
    let summary = "</headline><description role='drol:summary'>Le conseil vote samedi.</description></contentMeta>";
    let raw = one("p.xml", plan.replace("</headline></contentMeta>", summary).as_bytes());
    let text = [(LineKind::Body, "Le conseil vote samedi."), (LineKind::Notice, "2024-03-09 · text · Le vote")];
    assert_eq!(kinds(&raw)[1..], text);
}

#[test]
fn what_is_said_in_several_languages_is_taken_in_that_of_the_item() {
    let names = "<name xml:lang='en'>Quay Wire</name><name xml:lang='fr-BE'>Agence Quai</name>";
    let xml = G2.replace("<name>Agence Quai</name>", names).replace(
        "<headline>Le pont",
        "<headline xml:lang='en'>The bridge is closed</headline><headline xml:lang='fr'>Le pont",
    );
    let raw = one("a.xml", xml.as_bytes());
    assert_eq!((first(&raw.fields.source), first(&raw.fields.title)), ("Agence Quai", "Le pont est fermé"));
    assert_eq!(raw.fields.title.len(), 1);
}

#[test]
fn a_desk_that_made_an_item_is_no_author_and_what_ends_it_no_text() {
    let xml = "<NewsML><NewsItem><NewsComponent><AdministrativeMetadata><Provider><Party FormalName='Agence Quai'/></Provider>
        <Creator><Party FormalName='desk ports'/></Creator></AdministrativeMetadata><NewsLines><HeadLine>Le pont</HeadLine></NewsLines>
        <ContentItem><DataContent><nitf><body><body.content><p>Il est fermé.</p></body.content></body></nitf></DataContent></ContentItem>
        </NewsComponent></NewsItem></NewsML>";
    assert!(one("a.xml", xml.as_bytes()).fields.author.is_empty());
    let inside = "<inlineXML><nitf><body><body.content><p>Il est fermé.</p></body.content><body.end><tagline>a@quai.example</tagline></body.end></body></nitf></inlineXML>";
    let xml = format!(
        "<newsItem guid='a'><contentMeta><headline>Le pont</headline></contentMeta><contentSet>{inside}</contentSet></newsItem>"
    );
    let raw = one("a.xml", xml.as_bytes());
    assert_eq!(kinds(&raw)[1..], [(LineKind::Body, "Il est fermé."), (LineKind::Credit, "a@quai.example")]);
}

#[test]
fn metadata_around_a_report_may_be_empty_and_words_of_it_tagged() {
    let xml = "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>quai.example</ProviderId></NewsIdentifier></Identification>
        <NewsComponent><NewsLines><HeadLine>Le pont</HeadLine></NewsLines><AdministrativeMetadata/><NewsComponent><Role FormalName='Text'/>
        <AdministrativeMetadata><Provider><Party FormalName=''/></Provider><Source><Party FormalName='AGENCE QUAI'/></Source></AdministrativeMetadata>
        <NewsComponent><Role FormalName='Body'/><ContentItem><DataContent>Il est &lt;b&gt;fermé&lt;/b&gt; pour un an.</DataContent></ContentItem></NewsComponent>
        </NewsComponent></NewsComponent></NewsItem></NewsML>";
    let raw = one("a.xml", xml.as_bytes());
    assert_eq!(first(&raw.fields.source), "AGENCE QUAI");
    assert_eq!(kinds(&raw)[1..], [(LineKind::Body, "Il est fermé pour un an.")]);
}

#[test]
fn the_head_of_a_page_in_an_item_is_none_of_its_text() {
    let head =
        "<header><ul><li>Ports</li><li>Gorzé</li></ul><time>05.03.2024 11:14</time><h1>Le pont est fermé</h1></header>";
    let raw = one("a.xml", G2.replace("<body><p>", &format!("<body>{head}<p>")).as_bytes());
    let body: Vec<&str> = kinds(&raw).into_iter().filter(|k| k.0 == LineKind::Body).map(|k| k.1).collect();
    assert_eq!(body, ["Le pont de Gorzé est fermé.", "Ils durent un an."]);
}

#[test]
fn providers_of_an_item_name_its_source() {
    let json = r#"{"uri": "u1", "pubstatus": "usable", "providers": [{"name": "Agence Quai"}], "headlines": [{"value": "Le pont"}],
        "bodies": [{"value": "Il est fermé."}]}"#;
    assert_eq!(first(&one("a.json", json.as_bytes()).fields.source), "Agence Quai");
}

#[test]
fn newsml_1_states_its_claims_and_several_reports_are_several_articles() {
    let xml = r#"<NewsML><NewsEnvelope><DateAndTime>20240305T230000Z</DateAndTime></NewsEnvelope><NewsItem xml:lang="fr">
        <Identification><NewsIdentifier><ProviderId>quai.example</ProviderId><DateId>20240305</DateId><NewsItemId>N1</NewsItemId>
        <RevisionId PreviousRevision="1" Update="A">2</RevisionId></NewsIdentifier><NameLabel>pont</NameLabel></Identification>
        <NewsManagement><FirstCreated>20240305T231000+0100</FirstCreated><Status FormalName="Embargoed"/>
        <StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20310101T060000Z</DateAndTime></StatusWillChange></NewsManagement>
        <NewsComponent><NewsLines><HeadLine>Le pont est fermé</HeadLine><ByLine>Ana Roz</ByLine><DateLine>Gorzé, 5 mars (AQX) -</DateLine></NewsLines>
        <AdministrativeMetadata><Provider><Party FormalName="AQX"/></Provider></AdministrativeMetadata>
        <ContentItem><MediaType FormalName="Text"/><DataContent><p>Le pont.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"#;
    let raw = one("a.xml", xml.as_bytes());
    let f = &raw.fields;
    assert_eq!((first(&f.title), first(&f.author), first(&f.source)), ("Le pont est fermé", "Ana Roz", "AQX"));
    assert_eq!((first(&f.published), raw.standing), ("2024-03-05T23:10:00+01:00", Standing::Withheld));
    assert_eq!((fact(&raw, WireTopic::Embargo), fact(&raw, WireTopic::Corrects)), ("20310101T060000Z", "1"));
    let second = "<NewsComponent><NewsLines><HeadLine>La digue</HeadLine></NewsLines><ContentItem><DataContent><p>La digue tient.</p></DataContent></ContentItem></NewsComponent></NewsItem>";
    let got = read(&Place::file("a.xml"), xml.replace("</NewsItem>", second).as_bytes());
    let texts: Vec<&str> = got.documents.iter().map(|d| d.text.as_str()).collect();
    assert_eq!(texts, ["Le pont est fermé\n\nLe pont.", "La digue\n\nLa digue tient."]);
    let datelines: Vec<&str> = got.documents.iter().map(|d| fact(d, WireTopic::Dateline)).collect();
    assert_eq!(datelines, ["Gorzé, 5 mars (AQX) -", ""]);
    let second = &got.documents[1].fields;
    assert_eq!((first(&second.author), first(&second.source), first(&second.host)), ("", "", "quai.example"));
    assert_eq!((first(&second.published), first(&second.seen)), ("2024-03-05T23:10:00+01:00", "2024-03-05T23:00:00Z"));
}

#[test]
fn nitf_states_its_claims() {
    let xml = r#"<nitf><head><title>pont</title><docdata management-status="canceled"><doc-id id-string="q1"/><urgency ed-urg="2"/>
        <date.issue norm="20240305T230000+0100"/><du-key key="pont" version="3"/><correction info="nombre" id-string="q0"/><ed-msg info="À corriger"/>
        <doc.copyright holder="Agence Quai"/></docdata></head><body><body.head><hedline><hl1>Le pont est fermé</hl1><hl2>Un an</hl2></hedline>
        <byline>Par <person>Ana Roz</person><byttl>AQX</byttl></byline><dateline><location>Gorzé</location></dateline></body.head>
        <body.content><block><p>Le pont.</p><hl2>Travaux</hl2><media media-type="image"><media-caption>Le pont, mardi.</media-caption></media></block></body.content>
        <body.end><tagline>ar/</tagline></body.end></body></nitf>"#;
    let raw = one("a.xml", xml.as_bytes());
    let f = &raw.fields;
    assert_eq!((first(&f.title), first(&f.standfirst), first(&f.author)), ("Le pont est fermé", "Un an", "Ana Roz"));
    assert_eq!((first(&f.source), first(&f.published)), ("Agence Quai", "2024-03-05T23:00:00+01:00"));
    assert_eq!((raw.standing, fact(&raw, WireTopic::Corrects)), (Standing::Withdrawn, "nombre · q0"));
    let body: Vec<LineKind> = kinds(&raw).into_iter().map(|k| k.0).collect();
    assert_eq!(body[2..], [LineKind::Body, LineKind::Subheading, LineKind::Caption, LineKind::Credit]);
}

#[test]
fn ninjs_of_every_version_states_its_claims() {
    let first_version = r#"{"uri":"urn:q:1","type":"text","version":"2","versioncreated":"2024-03-06T09:00:00Z","firstcreated":"2024-03-05T23:00:00Z",
        "pubstatus":"canceled","embargoed":"2031-01-01T06:00:00Z","urgency":3,"slugline":"pont","headline":"Le pont est fermé","byline":"Ana Roz",
        "copyrightholder":"Agence Quai","body_html":"<p>Le pont.</p><p>Un an.</p>","associations":{"main":{"type":"picture","description_text":"Le pont, mardi."}}}"#;
    let third = r#"{"uri":"urn:q:1","standard":{"name":"ninjs","version":"3.0"},"versionCreated":"2024-03-06T09:00:00Z","firstCreated":"2024-03-05T23:00:00Z",
        "version":"2","pubStatus":"canceled","embargoed":"2031-01-01T06:00:00Z","urgency":3,"slugline":"pont","headlines":[{"value":"Le pont est fermé"}],"by":"Ana Roz",
        "infosources":[{"name":"Agence Quai"}],"bodies":[{"role":"main","value":"<p>Le pont.</p><p>Un an.</p>"}],
        "associations":[{"type":"picture","uri":"urn:q:2","descriptions":[{"value":"Le pont, mardi."}]}]}"#;
    for json in [first_version, third] {
        let raw = one("a.json", json.as_bytes());
        let f = &raw.fields;
        assert_eq!(raw.format, SourceFormat::Ninjs);
        assert_eq!(
            (first(&f.title), first(&f.author), first(&f.source)),
            ("Le pont est fermé", "Ana Roz", "Agence Quai")
        );
        assert_eq!((first(&f.published), raw.standing), ("2024-03-05T23:00:00Z", Standing::Withdrawn));
        assert_eq!((fact(&raw, WireTopic::Version), fact(&raw, WireTopic::Slug)), ("2", "pont"));
        assert_eq!(raw.text, "Le pont est fermé\n\nLe pont.\n\nUn an.\n\nLe pont, mardi.");
        assert_eq!(kinds(&raw).last().map(|k| k.0), Some(LineKind::Caption));
    }
}

#[test]
fn breaks_of_html_without_an_end_keep_the_text_behind_them() {
    let breaks = "<br>".repeat(300);
    let json = format!(
        r#"{{"uri":"urn:q:1","versioncreated":"2024-03-06T09:00:00Z","headline":"Le pont",
        "body_html":"<p>Un.<br>Deux.</p><hr><p>{breaks}Trois.</p><p>Quatre.</p>"}}"#
    );
    let raw = one("a.json", json.as_bytes());
    assert_eq!(raw.text, "Le pont\n\nUn. Deux.\n\nTrois.\n\nQuatre.");
}

#[test]
fn an_outlet_that_is_an_address_is_its_host() {
    let json = r#"{"uri":"urn:q:1","versioncreated":"2024-03-06T09:00:00Z","headline":"Le pont","body_text":"Le pont.",
        "provider":"https://www.quai.example/","source":"mole.example"}"#;
    let raw = one("a.json", json.as_bytes());
    assert_eq!((first(&raw.fields.source), first(&raw.fields.host)), ("", "quai.example"));
}

#[test]
fn an_earlier_version_without_number_and_day_is_told_by_its_title() {
    let item = |title: &str| {
        format!(
            "<newsItem guid='u'><contentMeta><headline>{title}</headline></contentMeta><contentSet><inlineXML><p>{title}.</p></inlineXML></contentSet></newsItem>"
        )
    };
    let message = format!("<newsMessage><itemSet>{}{}</itemSet></newsMessage>", item("Le pont"), item("La digue"));
    let raw = one("a.xml", message.as_bytes());
    assert_eq!(fact(&raw, WireTopic::Earlier), "Le pont");
}

#[test]
fn a_signal_is_a_note_and_names_no_item() {
    let raw = one("a.xml", G2.replace("<edNote>", "<signal qcode=\"sig:update\"/><edNote>").as_bytes());
    let told = |topic: WireTopic| raw.wire.iter().filter(|f| f.topic == topic).map(|f| f.value.as_str()).collect();
    let (notes, corrects): (Vec<&str>, Vec<&str>) = (told(WireTopic::Note), told(WireTopic::Corrects));
    assert_eq!((notes, corrects), (vec!["sig:update", "Corrige le nombre"], vec!["urn:x:1"]));
}

#[test]
fn a_message_of_a_teleprinter_states_its_claims() {
    let message = "\u{16}\u{16}\u{1}AQX0123 4 PO 00042 pont-fermeture\r\n\u{2}Le pont est fermé\r\n\r\n   Gorzé, 5 mars 2024 (AQX) - Le pont est fermé.\r\n\r\n   Un an.\r\n\r\nroz/kim\r\n\u{3}052330 GMT mars 24\u{4}";
    let raw = one("a.txt", message.as_bytes());
    let f = &raw.fields;
    assert_eq!((first(&f.title), first(&f.source)), ("Le pont est fermé", "AQX"));
    assert_eq!(first(&f.published), "05 mars 2024 23:30 GMT");
    let old = one("a.txt", message.replace("mars 24", "mars 98").as_bytes());
    assert_eq!(first(&old.fields.published), "05 mars 1998 23:30 GMT");
    assert_eq!((fact(&raw, WireTopic::Urgency), fact(&raw, WireTopic::Slug)), ("4", "pont-fermeture"));
    assert_eq!(fact(&raw, WireTopic::Dateline), "Gorzé, 5 mars 2024 (AQX)");
    assert!(!raw.text.contains('\u{3}') && raw.text.contains("Un an."));
}

#[test]
fn an_item_that_breaks_off_keeps_what_it_has() {
    let cut = &G2[..G2.find("Ils durent").expect("it stands there")];
    let got = read(&Place::file("a.xml"), cut.as_bytes());
    assert!(got.documents[0].text.contains("Le pont de Gorzé est fermé."));
    assert!(got.notices.iter().any(|n| n.to_string().contains("breaks off")), "{:?}", got.notices);
}

#[test]
fn a_headline_that_nothing_marks_stands_above_the_line_with_the_dateline() {
    let message = "\u{1}AQX0007 4 i 0080 FRA /AQX\r\n\u{2}Fra-pont-travaux\r\n     Le pont de Gorzé est fermé\r\n     Par Ana Roz\r\n   \
        GORZE, 5 mars 2024 (AQX) - Le pont est fermé depuis mardi.\r\n   Les travaux durent un an.\r\n\u{3}AQX 052331 GMT MAR 24\r\n\u{4}";
    let raw = one("a.txt", message.as_bytes());
    let f = &raw.fields;
    assert_eq!((first(&f.title), first(&f.author)), ("Le pont de Gorzé est fermé", "Ana Roz"));
    assert_eq!(fact(&raw, WireTopic::Dateline), "GORZE, 5 mars 2024 (AQX)");
    assert!(raw.text.ends_with("Les travaux durent un an."), "{}", raw.text);
}
