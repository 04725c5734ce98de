# SPDX-License-Identifier: GPL-2.0-or-later
"""Asks what happens to what belongs to a moedested that is dissolved."""

from __future__ import annotations

import datetime as dt

from qgis.PyQt.QtCore import QDate, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from moedested_plugin.drawing.oploes import Plan, Post, Valg
from moedested_plugin.gui.widgets import wrapped
from moedested_plugin.i18n import tr

_RAEKKER_VIST = 8


class OploesDialog(QDialog):
    """One line for each thing, the best answer chosen. Nothing is written before *Opløs*."""

    #: The day, and the answers by `Post`.
    oploes = pyqtSignal(object, object)

    def __init__(self, plan: Plan, i_dag: dt.date, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("MoedestedOploes")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Opløs mødested"))
        self._plan = plan
        self._svar: dict[Post, QComboBox] = {}
        lodret = QVBoxLayout(self)
        navn = wrapped(plan.navn)
        skrift = navn.font()
        skrift.setBold(True)
        navn.setFont(skrift)
        lodret.addWidget(navn)
        lodret.addWidget(
            wrapped(tr("Steder, ruter og historik bliver. Alt kan fortrydes, indtil der gemmes."))
        )
        self.dag = QDateEdit(QDate(i_dag.year, i_dag.month, i_dag.day))
        self.dag.setDisplayFormat("dd-MM-yyyy")
        self.dag.setCalendarPopup(True)
        if plan.tidligst is not None:
            foerst = plan.tidligst
            self.dag.setMinimumDate(QDate(foerst.year, foerst.month, foerst.day))
        felter = QFormLayout()
        felter.addRow(tr("Opløst den"), self.dag)
        lodret.addLayout(felter)
        if plan.poster:
            lodret.addWidget(self._tabel(plan), 1)
        else:
            lodret.addWidget(
                wrapped(tr("Mødestedet har hverken markører, kit eller kommende aktiviteter."))
            )
        knapper = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        knapper.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Annullér"))
        self.knap = knapper.addButton(tr("Opløs"), QDialogButtonBox.ButtonRole.AcceptRole)
        knapper.accepted.connect(self.accept)
        knapper.rejected.connect(self.reject)
        lodret.addWidget(knapper)
        self.resize(560, 210 + 34 * min(len(plan.poster), _RAEKKER_VIST))

    def vaelg(self, post: Post, valg: Valg) -> None:
        """Answer for one of them."""
        self._svar[post].setCurrentIndex(post.valg.index(valg))

    def accept(self) -> None:
        """Give the answers."""
        dag = self.dag.date()
        svar = {post: post.valg[felt.currentIndex()] for post, felt in self._svar.items()}
        self.oploes.emit(dt.date(dag.year(), dag.month(), dag.day()), svar)
        super().accept()

    def _tabel(self, plan: Plan) -> QTableWidget:
        tabel = QTableWidget(len(plan.poster), 2)
        tabel.setTabKeyNavigation(False)
        tabel.setObjectName("poster")
        tabel.setHorizontalHeaderLabels([tr("Hører til mødestedet"), tr("Hvad sker der?")])
        tabel.verticalHeader().hide()
        tabel.setWordWrap(True)
        tabel.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        hoved = tabel.horizontalHeader()
        hoved.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        hoved.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for nr, post in enumerate(plan.poster):
            celle = QTableWidgetItem(f"{post.layer.name()}: {post.navn}")
            celle.setFlags(Qt.ItemFlag.ItemIsEnabled)
            celle.setToolTip(post.navn)
            svar = QComboBox()
            svar.addItems([_tekst(valg) for valg in post.valg])
            svar.setAccessibleName(post.navn)
            tabel.setItem(nr, 0, celle)
            tabel.setCellWidget(nr, 1, svar)
            self._svar[post] = svar
        tabel.resizeRowsToContents()
        return tabel


def _tekst(valg: Valg) -> str:
    return {
        Valg.PAA_LAGER: tr("Tages hjem på lager"),
        Valg.KASSERES: tr("Kasseres"),
        Valg.STOPPES: tr("Slutter samme dag"),
        Valg.AFLYSES: tr("Aflyses"),
        Valg.BLIVER: tr("Bliver, som det er"),
    }[valg]
