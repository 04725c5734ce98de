class LokalServer:
    def __init__(self, p): ...
    @staticmethod
    def findes(): return False
    def __enter__(self): return self
    def __exit__(self, *a): ...
    url = ""
