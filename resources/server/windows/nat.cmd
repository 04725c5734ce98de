@echo off
rem Mødested: den natlige udgivelse på Windows. IKKE AFPRØVET. Gem filen som ANSI, hvis stierne har æ, ø eller å.
rem Ret de fire linjer. Køres af Opgavestyring; se opgave.ps1. Svaret er 0, når det gik godt.
set "QGIS=C:\OSGeo4W\bin\qgis_process-qgis-ltr.bat"
set "STORE=D:\moedesteder\lager.gpkg"
set "TARGET=D:\moedesteder\maal.json"
set "LOGMAPPE=D:\moedesteder\log"

if not exist "%LOGMAPPE%" mkdir "%LOGMAPPE%"
set QT_QPA_PLATFORM=offscreen
call "%QGIS%" run moedested:publish STORE="%STORE%" TARGET="%TARGET%" REPORT="%LOGMAPPE%\udgivelse.json" > "%LOGMAPPE%\nat-sidste.log" 2>&1
set SVAR=%ERRORLEVEL%
if "%SVAR%"=="0" (
  echo %DATE% %TIME% udgivet>> "%LOGMAPPE%\nat.log"
) else (
  echo %DATE% %TIME% FEJL %SVAR%, se nat-sidste.log>> "%LOGMAPPE%\nat.log"
)
exit /b %SVAR%
