"""The codes and the parts of a study that API v2 of ClinicalTrials.gov documents."""


def _codes(words: str) -> frozenset[str]:
    return frozenset(words.split())


STATUS = _codes(
    """
    ACTIVE_NOT_RECRUITING COMPLETED ENROLLING_BY_INVITATION NOT_YET_RECRUITING RECRUITING SUSPENDED
    TERMINATED WITHDRAWN AVAILABLE NO_LONGER_AVAILABLE TEMPORARILY_NOT_AVAILABLE
    APPROVED_FOR_MARKETING WITHHELD UNKNOWN
    """
)
SITE_STATUS = _codes(
    """
    ACTIVE_NOT_RECRUITING COMPLETED ENROLLING_BY_INVITATION NOT_YET_RECRUITING RECRUITING SUSPENDED
    TERMINATED WITHDRAWN AVAILABLE
    """
)
STUDY_TYPE = _codes("EXPANDED_ACCESS INTERVENTIONAL OBSERVATIONAL")
PHASE = _codes("NA EARLY_PHASE1 PHASE1 PHASE2 PHASE3 PHASE4")
SEX = _codes("FEMALE MALE ALL")
KIND_OF_DATE = _codes("ACTUAL ESTIMATED")
AGENCY_CLASS = _codes("NIH FED OTHER_GOV INDIV INDUSTRY NETWORK AMBIG OTHER UNKNOWN")
ORG_ID = _codes("NIH FDA VA CDC AHRQ SAMHSA")
SECONDARY_ID = _codes("NIH FDA VA CDC AHRQ SAMHSA OTHER_GRANT EUDRACT_NUMBER CTIS REGISTRY OTHER")
INTERVENTION = _codes(
    """
    BEHAVIORAL BIOLOGICAL COMBINATION_PRODUCT DEVICE DIAGNOSTIC_TEST DIETARY_SUPPLEMENT DRUG GENETIC
    PROCEDURE RADIATION OTHER
    """
)
ARM = _codes(
    """
    EXPERIMENTAL ACTIVE_COMPARATOR PLACEBO_COMPARATOR SHAM_COMPARATOR NO_INTERVENTION OTHER
    """
)
ROLE = _codes("STUDY_CHAIR STUDY_DIRECTOR PRINCIPAL_INVESTIGATOR SUB_INVESTIGATOR CONTACT")
REFERENCE = _codes("BACKGROUND RESULT DERIVED")
ALLOCATION = _codes("RANDOMIZED NON_RANDOMIZED NA")
ASSIGNMENT = _codes("SINGLE_GROUP PARALLEL CROSSOVER FACTORIAL SEQUENTIAL")
PURPOSE = _codes(
    """
    TREATMENT PREVENTION DIAGNOSTIC ECT SUPPORTIVE_CARE SCREENING HEALTH_SERVICES_RESEARCH
    BASIC_SCIENCE DEVICE_FEASIBILITY OTHER
    """
)
MASKING = _codes("NONE SINGLE DOUBLE TRIPLE QUADRUPLE")
OBSERVATION = _codes(
    """
    COHORT CASE_CONTROL CASE_ONLY CASE_CROSSOVER ECOLOGIC_OR_COMMUNITY FAMILY_BASED
    DEFINED_POPULATION NATURAL_HISTORY OTHER
    """
)
TIME = _codes("RETROSPECTIVE PROSPECTIVE CROSS_SECTIONAL OTHER")

SECTIONS = _codes(
    """
    protocolSection resultsSection annotationSection documentSection derivedSection hasResults
    """
)
MODULES = {
    "identificationModule": _codes(
        """
        nctId nctIdAliases orgStudyIdInfo secondaryIdInfos briefTitle officialTitle acronym organization
        """
    ),
    "statusModule": _codes(
        """
        statusVerifiedDate overallStatus lastKnownStatus delayedPosting whyStopped expandedAccessInfo
        startDateStruct primaryCompletionDateStruct completionDateStruct studyFirstSubmitDate
        studyFirstSubmitQcDate studyFirstPostDateStruct resultsWaived resultsFirstSubmitDate
        resultsFirstSubmitQcDate resultsFirstPostDateStruct dispFirstSubmitDate dispFirstSubmitQcDate
        dispFirstPostDateStruct lastUpdateSubmitDate lastUpdatePostDateStruct
        """
    ),
    "sponsorCollaboratorsModule": _codes("responsibleParty leadSponsor collaborators"),
    "oversightModule": _codes(
        """
        oversightHasDmc isFdaRegulatedDrug isFdaRegulatedDevice isUnapprovedDevice isPpsd isUsExport
        fdaaa801Violation
        """
    ),
    "descriptionModule": _codes("briefSummary detailedDescription"),
    "conditionsModule": _codes("conditions keywords"),
    "designModule": _codes(
        """
        studyType nPtrsToThisExpAccNctId expandedAccessTypes patientRegistry targetDuration phases
        designInfo bioSpec enrollmentInfo
        """
    ),
    "armsInterventionsModule": _codes("armGroups interventions"),
    "outcomesModule": _codes("primaryOutcomes secondaryOutcomes otherOutcomes"),
    "eligibilityModule": _codes(
        """
        eligibilityCriteria healthyVolunteers sex genderBased genderDescription minimumAge maximumAge
        stdAges studyPopulation samplingMethod
        """
    ),
    "contactsLocationsModule": _codes("centralContacts overallOfficials locations"),
    "referencesModule": _codes("references seeAlsoLinks availIpds"),
    "ipdSharingStatementModule": _codes("ipdSharing description infoTypes timeFrame accessCriteria url"),
}
