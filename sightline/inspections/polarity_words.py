"""Words by which inspectors praise, fault and ask for more: the lexicon of ``polarity``.

A star ends a stem ("inconsisten*" finds inconsistent and inconsistency); other words are found
whole. Chosen from reading reports of 2013 to 2025; no sentence of one stands here.
"""

PRAISE = """
good|effective|effectively|strong|strongly|strength|strengths|strengthened|excellent|outstanding
exceptional|exceptionally|robust|robustly|thorough|thoroughly|timely|prompt|promptly|swift|swiftly
quickly|comprehensive|comprehensively|well|sensitive|sensitively|child-centred|child-focused
committed|commitment|skilled|skilful*|knowledgeable|creativ*|innovativ*|positive|positively
improved|improving|improvement|improvements|progress|benefit from|benefits from|benefited|benefitted
appropriate|appropriately|successful|successfully|consistent|consistently|high-quality
high quality|careful|carefully|purposeful|purposefully|valued|values|impressive|impressively|ambitio*
aspiration*|tenacious*|stable|stability|warm|warmly|caring|nurtur*|thrive|thriving|confident|confidently
proactive|proactively|responsive|rigorous|rigorously|embedded|makes a difference|make a difference
making a difference|regular|regularly|routinely|celebrat*|praised|appreciat*|speak highly|spoke highly
spoke positively|happy|satisf*|clear|clearly|detailed|helpful|safe|safely|safer|supportive|supported
accessible|proportionate|proportionately|meaningful|meaningfully|tailored|bespoke|child-friendly|evident
enthusias*|passion*|dedicated|determin*|persistent|persistently|trusting|trusted|flexible|responsibly
vigilant|vigilance|cohesive|collaborative|collaboratively|constructive|constructively|productive
sound|secure|securely|suitable|accurate|accurately|extensive|broad range|wide range|good range
significantly better|better outcomes|make good progress|mature|visible|relentless|prioriti*|valuable
sharp focus|strong focus|clear focus|seamless*|skilfully|in time|on time|within timescale*|insightful|morale is high|enjoy|enjoys|success|successes|has fallen|have fallen|has reduced|close liaison|well informed|sophisticated|nuanced|commend*|reflective|balanced|coherent|settled
protected|reassured|quick to|well-*|settle|exemplary|highly effective|assured|pride|proud|empower*
enables|enabling|enriched|enhanced|enhances|increasingly|best practice|imaginative*|compassion*
"""

FAULT = """
not always|not consistently|not sufficiently|not enough|not effective|not effectively|not well|not good
not routinely|not fully|not all|not every|not yet|not being|not been|not have|not had|not meet|not met
not ensure|not receive|not recorded|not clear|not timely|not robust|not reflect|not show|not taken
not know|not understood|not understand|not kept|not made|not seen|not held|not offered|not used|not given
not addressed|not completed|not considered|not evident|not identified|not shared|not include|not included
not updated|not carried out|not undertaken|not in place|not focused|not able|not helped|not benefit
not progress|not progressed|not lead|not led|not achieve|not achieved|not evaluated|not assured|not aware
not recognised|not adequate|not adequately|not up to date|not explicit|not explore|not explored|not analyse
not analysed|not address|not provide|not provided|not prioritised|not responded|not allocated|not visited
not acceptable|not tracked|not challenge|not challenged|not escalated|not consider|not specific|not quickly
not swiftly|not strong|not secure|not reached|not followed|not had|not embedded|not gathered|not matched
cannot|too many|too few|too long|too often|too slow|too slowly|too late|too variable|too reliant|too little
too high|too low|too narrow|too broad|inconsisten*|insufficien*|inadequa*|ineffective*|poor|poorly
poorer|weak|weaker|weakly|weakness|weaknesses|lack|lacks|lacking|lacked|delay|delays|delayed|drift|absence
absent|limited|limits|limiting|variable|variability|varied in quality|varies|vary|underdeveloped
under-developed|unacceptabl*|failed|failure|failures|fails|failing|fail to|shortfall*|gap|gaps|overdue
missed opportunit*|missed|unclear|deteriorat*|unaware|unallocated|high caseloads|high turnover
turnover|instability|unstable|confus*|over-optimis*|overly optimistic|superficial|disjointed|rarely|seldom
infrequent*|compromis*|undermin*|hamper*|hinder*|impede*|impedes|insecure|less well|less effective
less consistent|less robust|less clear|less developed|less evident|worse|worst|minimal|minority of children
left in|left at|serious concern*|significant concern*|slow|slowly|slower|overlooked|neglected
backlog*|wait too|waiting too|waits|fragment*|sporadic|patchy|ad hoc|reactive|incomplete|out of date
out-of-date|outdated|unsuitable|unregistered|unsatisfactory|unmet|unassessed|incident-led|lost
over-reli*|overly reliant|reliance on|shortage*|insufficiently|widespread|systemic failure*|serious failure*|uneven|unequal
disappoint*|frustrat*|unnecessary|inappropriate*|inaccura*|mixed|variation|dips|struggl*
unreliable|unhelpful|loses|obscure*|generic|vague|lose|losing|impair*|omit*|stretched|overwhelmed|left without
not good enough|untested|inequalit*|vacant|taking longer|takes longer|has been limited|have been limited
not receiving|not currently|not usually|not maintained|not informed|too focused|too frequently|too far|too new
requires significant|requires considerable|varying quality|longer than they need
requiring improvement|area requiring|unplanned way|too reliant|failings|deficit*|poor-quality|frequent changes|inhibit*|under-resourced|unsighted
"""

WEAK_FAULT = """
not|without|unable|difficulty|difficulties|limited|varied|high caseloads|higher than|should|must
vacancies|vacancy|pressure|pressures|challenges|challenging|cannot|decline|declined|need for|absent|no
increase in demand|barrier*|unnecessarily|is required|are required|needed|adversely|affects their ability|below the|lower than|only|relatively low|partially|small number of exceptions
"""
"""Words that fault only where the sentence praises nothing: they may speak of children's lives."""

NEEDED = """
need to|needs to|needs further|need further|could be|could do more|would benefit
further work|more work|more needs|more to do|requires improvement|require improvement|requires further
require further|remains to|remain to|remains an area|area for improvement|areas for improvement
area for development|areas for development|yet to|still to|in order to improve|too early|too soon
early stage|early stages|recently implemented|remains a challenge|remain a challenge
to be strengthened|to be improved|to strengthen|to improve the
"""

NO_FAULT = """
identif* gap*|identif* any gap*|identify where there are gaps|where there are gaps|reduc* the need to
when it is not|where it is not|if they are not|if it is not|cases not progressed to|lessons that need|learning need*
risks are reduced|morale is high|has fallen|no serious|no reported|neglect cases|what is required|that is required
as required|when required|where required|if required|identified shortfall*|unmet needs|needs unmet
poor practice by|no areas of concern|reduc* potential drift|reduc* drift|reduc* the risk*|reduc* risk*|areas of concern
no delay*|without delay*|without unnecessary delay*|no drift|avoid* delay*|avoid* drift|reduc* delay*
minimis* delay*|prevent* delay*|prevent* drift|not delayed|no evidence of delay*|no unnecessary delay*
not only|not drift|not tolerated|no gaps|no concerns|tackle* drift|unallocated cases have reduced
reduced turnover|turnover is low|low turnover|not uncommon|no shortage|should they|should a|should it
should the need|without exception|not just|whether or not|barriers are overcome|overcome barriers
reduc* gap*|close* the gap*|closing the gap*|narrow* the gap*|difficulties in their|chronic neglect|neglect
risk of|need for help|in need|children in need|help they need|support they need|what they need
need to be protected|need to come into care|need to be in care|needed|if needed|where needed|when needed
when they need|who need|that need|they need|children need|families need|young people need
learning difficulties|emotional difficulties|behavioural difficulties|mental health difficulties
special educational needs|lost contact|well-being|wellbeing|as well as|as well|looked after well
safeguarding|safeguard|social care|health care|caring responsibilities|positive about|no longer
not in education|not in employment|not in training|who are not|when they cannot|who cannot|if they cannot
attention deficit|identif* areas|target areas|strengths and areas for development|areas for development are|focused on the areas
needs to change|need to change|cannot remain safely|cannot live safely|unable to live safely|unable to communicate
strengths and weaknesses|where it is not possible|is not possible for|minimum delay|reduc* reliance|reduced its reliance
unblock* barriers|remov* barriers|needs to happen|needs to continue|unstable housing|no such thing|identif* deficits
unable to return|unable to live|unable to remain|not afraid|not being afraid|have been addressed|have been resolved
children cannot|cannot live|cannot safely|cannot return|cannot remain|not able to live|not able to return
clear about what needs|clear of what needs|improvement plan|improvement board|improvement journey
improvement partner*|educational progress|tracks progress|track progress|progress meeting*|progress of children
experiences and progress|safe accommodation|secure accommodation|secure home*|stable accommodation
"""
