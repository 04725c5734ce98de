def skriv_liste(sti, data, om, version):
    sti.write_text("<html>", encoding="utf-8")
