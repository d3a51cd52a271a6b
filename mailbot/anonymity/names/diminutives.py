"""Well-known short forms of given names: a Katherine is written to as Kate, a Bill is registered as William."""

from __future__ import annotations

from collections import defaultdict

# Families of names, the full one first.
_FAMILIES = """
abdullah abdul; abdulrahman abdul; abigail abby abbie gail; abraham abe bram; adelaide addie; agnes aggie;
agnieszka aga; albert al bert bertie; alejandro alex jandro; aleksandr sasha alex; aleksandra sasha ola;
alexander alex alec sandy xander sasha lex; alexandra alex sandra sasha lexi alexa; alfred alf alfie fred;
alison allie; amanda mandy manda; amelia amy millie mia; andrea andi; andrew andy drew; angela angie ange;
anna annie anya; anne annie nan nancy; anthony tony ant; antonia toni; antonio toni tonio; aoife eefa;
archibald archie; arthur art artie; barbara barb babs barbie; bartholomew bart; beatrice bea trixie;
benjamin ben benny benji; bernadette bernie; bernard bernie; bridget bridie biddy; cameron cam; caoimhe keeva;
caroline carrie caro carol; carolyn carrie caro; catherine cathy kate katie cath cat kitty kit kath;
cecilia celia cissy; charles charlie chuck chas chaz; charlotte charlie lottie char; christian chris;
christina chris tina chrissy; christine chris tina chrissie; christoph chris stoph; christopher chris kit topher;
claudia claud; clifford cliff; concepcion concha conchita; constance connie; cornelius con neil; cynthia cindy;
daniel dan danny; danielle dani; david dave davy davie; deborah debbie deb debs; dennis den denny; diana di;
dmitri dima mitya; dolores lola; dominic dom nic; donald don donnie; dorothy dot dottie dolly; douglas doug;
edmund ed ned ted; edward ed eddie ted teddy ned; edwin ed eddie; ekaterina katya; eleanor ellie nell nora;
elisabeth lisa lisi elli sissi betti; elizabeth liz beth lizzie betty betsy eliza libby elsie lisa bess;
ellen ellie nell; emily em emmy millie; emma em; enrique quique; ernest ernie; eugene gene; evelyn evie eve;
ezekiel zeke; felicity flick fliss; fiona fi; florence flo florrie; frances fran frankie; francesca fran frankie;
francesco franco ciccio; francis frank fran frankie; francisco paco pancho cisco; franklin frank;
frederick fred freddie; friedrich fritz; gabriel gabe; gabriella gabby; geoffrey geoff; george georgie;
georgina georgie gina; gerald gerry; gerard gerry; gillian gill gilly jill; giovanni gianni vanni;
giuseppe beppe peppe; graham gray; gregory greg; guadalupe lupe; guillermo memo guille; gwendolyn gwen; hannah han;
harold harry hal; harriet hattie; heinrich heinz heiner; helen nell; henry harry hal hank; herbert herb bert;
hilary hil; hubert bert; hugh hughie; ignacio nacho; ignatius iggy; imogen immy; isaac zac ike;
isabel izzy bella belle issy; isabella izzy bella issy; jacob jake; jacqueline jackie jacqui; james jim jimmy jamie;
jane janie; janet jan; jason jay; jean jeanie; jeffrey jeff; jennifer jen jenny jenni; jeremy jez jerry jem;
jerome jerry; jessica jess jessie; jesus chucho chuy; joanna jo joanne; joanne jo; johann hans;
johannes hannes hans jo; john johnny jack jon; jonathan jon jonny jonty; jose pepe; joseph joe joey;
josephine jo josie; joshua josh; joyce joy; judith judy jude; julia jules; julian jules; juliet jules;
katarzyna kasia; katharina kathi kati trine; katharine kate katie kath kathy kat kay kitty;
katherine kate katie kath kathy kat kay kitty; kathleen kath kathy kate katie; kenneth ken kenny; kimberly kim;
kirsten kirsty; krzysztof krzys; laura laurie; laurence larry laurie; lawrence larry laurie; leonard leo len lenny;
leslie les; lillian lily lil; louis lou; louise lou; lucille lucy; lucinda lucy cindy; lydia lyddie;
madeleine maddie; magdalena lena magda; malcolm mal; malgorzata gosia;
margaret maggie meg peggy peg marge margie madge daisy greta rita; margarete grete gretel; maria mary; marianne mari;
marjorie marge margie; martha marty; martin marty; mary molly polly; matilda tilly mattie; matthew matt matty;
matthias matze hias; maureen mo; maurice mo; maximilian max maxi; melanie mel; melissa mel lissa;
michael mike mick mickey micky mikey; michelle shell shelly; mikhail misha; mildred millie; miranda mandy;
miriam mimi mim; mohamed mo mohammed muhammad mohammad muhammed mohamad mohd;
mohammad mo mohammed mohamed muhammad muhammed mohamad mohd;
mohammed mo mohamed muhammad mohammad muhammed mohamad mohd;
muhammad mo mohammed mohamed mohammad muhammed mohamad mohd; nancy nan; natalie nat; natasha tasha nat;
nathan nate nat; nathaniel nat nate nathan; nicholas nick nicky nico; nicola nicky nic; nicole nicky nic;
nikolai kolya; oliver olly ollie; olivia liv livvy; oscar ozzie; padraig paddy; pamela pam;
patricia pat patsy tricia trish patti; patrick pat paddy rick; paul pauly; penelope penny; percival percy;
peter pete; philip phil pip; philippa pippa pip; phillip phil pip; priscilla cilla; prudence prue; rachel rach;
ralph ralphie; raymond ray; rebecca becky becca beck bex; reginald reg reggie;
richard rich rick dick richie ricky dickie; robert rob bob bobby robbie bert robin; roberta bobbie;
roderick rod rory; rodney rod; roger rodge; roland rollo; ronald ron ronnie; rosalind ros roz; rosemary rose rosie;
samantha sam sammy; samuel sam sammy; sandra sandy; sarah sally sadie; seamus shay; sebastian seb basti; sharon shaz;
shirley shirl; simon si; siobhan shiv; solomon sol; sophia sophie; sophie soph; stanley stan; stefan steff;
stephanie steph stevie; stephen steve stevie ste; steven steve stevie; stewart stew stu; stuart stu stew;
susan sue susie suzie; susannah sue susie; suzanne sue suzie; sydney syd; sylvia sylvie; tabitha tabby; tamara tammy;
terence terry; teresa terry tess tessa; thaddeus tad; theodore theo ted teddy; theresa terry tess tessa;
thomas tom tommy; timothy tim timmy; tobias toby tobi; tomasz tomek; valerie val; vanessa; veronica ronnie vera;
victor vic; victoria vicky vicki tori vic; vincent vince vinny; virginia ginny; vivian viv; vladimir vova volodya;
walter wally walt; wilfred wilf; wilhelm willi willy; wilhelmina mina billie;
william will bill billy willy liam wills; winifred winnie freda; yekaterina katya; yvonne eve; zachary zac zach zack
"""


_SHARED = 4  # "Alex" may be short for several names; one that is short for more tells nothing


def _other_names() -> dict[str, tuple[str, ...]]:
    """For each name the others that the same person goes by: short ones of a full one, full ones of a short one."""
    families = [family.split() for family in _FAMILIES.split(";")]
    others = {full: dict.fromkeys(short) for full, *short in families}
    longer: dict[str, list[str]] = defaultdict(list)
    for full, *short in families:
        for name in short:
            longer[name].append(full)
    for name, full_names in longer.items():
        if len(full_names) <= _SHARED:
            others.setdefault(name, {}).update(dict.fromkeys(full_names))
    return {name: tuple(found) for name, found in others.items()}


OTHER_NAMES = _other_names()
