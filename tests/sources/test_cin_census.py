"""The door for the children in need census."""

import socket
from datetime import date

import pytest

from sightline.ledger.load import load
from sightline.ledger.reading import coverage_of, extract_of
from sightline.ledger.workspace import Workspace
from sightline.sources import cin_census
from sightline.sources.could_not import CouldNot

CENSUS = """<?xml version="1.0" encoding="utf-8"?>
<Message>
  <Header>
    <CollectionDetails><Collection>CIN</Collection><Year>2024</Year>
      <ReferenceDate>2024-03-31</ReferenceDate></CollectionDetails>
    <Source><LEA>999</LEA></Source>
  </Header>
  <Children>
    <Child>
      <ChildIdentifiers>
        <LAchildID>C1</LAchildID><UPN>A123</UPN>
        <PersonBirthDate>2015-06-01</PersonBirthDate><GenderCurrent>2</GenderCurrent>
      </ChildIdentifiers>
      <ChildCharacteristics>
        <Ethnicity>WBRI</Ethnicity>
        <Disabilities><Disability>HAND</Disability><Disability>VIS</Disability></Disabilities>
      </ChildCharacteristics>
      <CINdetails>
        <CINreferralDate>2023-05-02</CINreferralDate><ReferralSource>6</ReferralSource>
        <PrimaryNeedCode>N1</PrimaryNeedCode><ReferralNFA>false</ReferralNFA>
        <DateOfInitialCPC>2023-06-20</DateOfInitialCPC>
        <Assessments>
          <FactorsIdentifiedAtAssessment>
            <AssessmentFactors>16A</AssessmentFactors><AssessmentFactors>3B</AssessmentFactors>
          </FactorsIdentifiedAtAssessment>
          <AssessmentActualStartDate>2023-05-03</AssessmentActualStartDate>
          <AssessmentAuthorisationDate>2023-06-30</AssessmentAuthorisationDate>
        </Assessments>
        <CINPlanDates><CINPlanStartDate>2023-05-20</CINPlanStartDate>
          <CINPlanEndDate>2023-06-20</CINPlanEndDate></CINPlanDates>
        <Section47>
          <S47ActualStartDate>2023-06-01</S47ActualStartDate>
          <InitialCPCtarget>2023-06-22</InitialCPCtarget>
          <DateOfInitialCPC>2023-06-20</DateOfInitialCPC><ICPCnotRequired>0</ICPCnotRequired>
        </Section47>
        <ChildProtectionPlans>
          <CPPstartDate>2023-06-20</CPPstartDate>
          <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
          <Reviews><CPPreviewDate>2023-09-15</CPPreviewDate></Reviews>
          <Reviews><CPPreviewDate>2024-02-27</CPPreviewDate></Reviews>
        </ChildProtectionPlans>
        <PreProceedingsandFGDM>
          <PPStartDate>2024-01-08</PPStartDate><ReviewMeetingsCount>2</ReviewMeetingsCount>
        </PreProceedingsandFGDM>
      </CINdetails>
    </Child>
    <!-- the second child -->
    <Child>
      <ChildIdentifiers><LAchildID>C2</LAchildID><Sex>M</Sex>
        <ExpectedPersonBirthDate>2024-06-01</ExpectedPersonBirthDate></ChildIdentifiers>
      <ChildCharacteristics><Disabilities><Disability>NONE</Disability></Disabilities>
      </ChildCharacteristics>
      <CINdetails>
        <CINreferralDate>2024-03-04</CINreferralDate><ReferralNFA>1</ReferralNFA>
      </CINdetails>
    </Child>
  </Children>
</Message>
"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "cin.xml"
    path.write_text(CENSUS, encoding="utf-8")
    return path


def rows(arrival, table, *columns):
    return [tuple(row[name] for name in columns) for row in arrival.tables[table].rows.to_pylist()]


def test_each_block_fills_its_table(path):
    arrival = cin_census.read(path)
    assert rows(arrival, "children", "child", "born", "expected_birth", "sex", "disabled") == [
        ("C1", date(2015, 6, 1), None, "F", True),
        ("C2", None, date(2024, 6, 1), "M", False),
    ]
    assert rows(arrival, "disabilities", "child", "disability") == [
        ("C1", "HAND"),
        ("C1", "VIS"),
        ("C2", "NONE"),
    ]
    assert rows(arrival, "referrals", "child", "received", "source", "no_further_action") == [
        ("C1", date(2023, 5, 2), "6", False),
        ("C2", date(2024, 3, 4), None, True),
    ]
    assert rows(arrival, "assessments", "started", "authorised") == [
        (date(2023, 5, 3), date(2023, 6, 30))
    ]
    assert rows(arrival, "assessment_factors", "child", "factor", "found") == [
        ("C1", "16A", date(2023, 6, 30)),
        ("C1", "3B", date(2023, 6, 30)),
    ]
    assert rows(arrival, "child_in_need_plans", "started", "ended") == [
        (date(2023, 5, 20), date(2023, 6, 20))
    ]
    assert rows(arrival, "pre_proceedings", "child", "decided", "review_meetings") == [
        ("C1", date(2024, 1, 8), 2)
    ]


def test_what_belongs_together_stays_together(path):
    arrival = cin_census.read(path)
    ((enquiry, referral, started),) = rows(arrival, "enquiries", "enquiry", "referral", "started")
    assert started == date(2023, 6, 1)
    assert rows(arrival, "referrals", "referral")[0] == (referral,)
    assert rows(arrival, "initial_conferences", "enquiry", "held", "due") == [
        (enquiry, date(2023, 6, 20), date(2023, 6, 22))
    ]
    ((plan, category),) = rows(arrival, "protection_plans", "plan", "initial_category")
    assert category == "NEG"
    assert rows(arrival, "review_conferences", "plan", "held") == [
        (plan, date(2023, 9, 15)),
        (plan, date(2024, 2, 27)),
    ]


def test_each_record_knows_its_line(path):
    arrival = cin_census.read(path)
    ((line,),) = rows(arrival, "protection_plans", "source_row")
    assert "<ChildProtectionPlans>" in CENSUS.splitlines()[line - 1]
    for (line,) in rows(arrival, "children", "source_row"):
        assert CENSUS.splitlines()[line - 1].strip() == "<Child>"


def test_it_loads_and_says_what_it_cannot_prove(path, tmp_path):
    workspace = Workspace(tmp_path / "workspace")
    report = load(path, workspace)
    assert (report.exit_code, report.set_aside_rows) == (0, 0)
    with workspace.reading() as backend:
        extract = extract_of(backend)
        filled = {
            (row["table"], row["column"]): row["filled"] for row in coverage_of(backend).to_pylist()
        }
    assert (extract.extract_day, extract.earliest_day) == (date(2024, 3, 31), date(2023, 4, 1))
    assert filled["protection_plans", "started"]
    assert not filled["review_conferences", "held"]
    assert not filled["protection_visits", "visited"]


def test_a_namespace_makes_no_difference(path):
    path.write_text(CENSUS.replace("<Message>", '<Message xmlns="http://example.org/cin">'))
    assert len(rows(cin_census.read(path), "referrals", "child")) == 2


MILLION = 1_000_000


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (CENSUS[: len(CENSUS) // 2], "breaks off or is not well-formed"),
        ("", "breaks off or is not well-formed"),
        ("<html><body>Sign in</body></html>", "holds no child"),
        ("<Message>" + "<a>" * MILLION + "</a>" * MILLION + "</Message>", "not well-formed"),
        (CENSUS.replace("<CINdetails>", "<CINdetails>" + "<a>" * MILLION), "not well-formed"),
    ],
    ids=["cut short", "empty", "web page", "nested without end", "nested inside a child"],
)
def test_what_is_no_sound_census_is_refused_whole(path, tmp_path, content, said):
    path.write_text(content, encoding="utf-8")
    refused_whole(path, tmp_path, said)


def refused_whole(path, tmp_path, said):
    workspace = Workspace(tmp_path / "workspace")
    with pytest.raises(CouldNot, match=said) as refusal:
        load(path, workspace)
    assert refusal.value.next_step
    assert not workspace.folder.exists()


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("declared", "used"),
    [
        ('<!ENTITY a "b">', "&a;"),
        (f'<!ENTITY l0 "ha">{LAUGHS}', "&l9;"),
        ('<!ENTITY a SYSTEM "{file}">', "&a;"),
        ('<!ENTITY a SYSTEM "{address}">', "&a;"),
        ('<!ENTITY % a SYSTEM "{address}"> %a;', ""),
    ],
    ids=["one", "a billion", "a file", "an address", "an address in the declaration"],
)
@pytest.mark.parametrize("where", ["in a value", "in an attribute of the root"])
def test_entities_are_refused_and_nothing_is_fetched(path, tmp_path, declared, used, where):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.05)
        place = f"http://127.0.0.1:{server.getsockname()[1]}/a"
        (tmp_path / "other.txt").write_text("another file's words")
        declared = declared.format(address=place, file=(tmp_path / "other.txt").as_uri())
        text = CENSUS.replace("<Message>", f"<!DOCTYPE Message [{declared}]>\n<Message>", 1)
        if where == "in a value":
            text = text.replace("C1", used, 1)
        elif used and "SYSTEM" not in declared:
            text = text.replace("<Message>", f'<Message made="{used}">', 1)
        path.write_text(text, encoding="utf-8")
        refused_whole(path, tmp_path, "declares a document type|not well-formed")
        with pytest.raises(TimeoutError):
            server.accept()


def test_a_document_type_of_another_place_is_refused_and_not_fetched(path, tmp_path):
    outside = '<!DOCTYPE Message SYSTEM "http://127.0.0.1:9/census.dtd">'
    path.write_text(CENSUS.replace("<Message>", f"{outside}\n<Message>", 1), encoding="utf-8")
    refused_whole(path, tmp_path, "declares a document type")


def test_a_census_that_changes_while_it_is_read_is_refused(path):
    def change(done, total):
        path.write_text(CENSUS.replace("C1", "C9"), encoding="utf-8")

    with pytest.raises(CouldNot, match="changed while it was read"):
        cin_census.read(path, change)


def test_a_date_that_is_none_is_emptied_with_its_line(path):
    path.write_text(CENSUS.replace("2023-05-03", "soon"))
    (fault,) = cin_census.read(path).tables["assessments"].faults
    assert (fault.column, fault.emptied) == ("started", 1)
    assert "<Assessments>" in CENSUS.splitlines()[fault.row - 1]
