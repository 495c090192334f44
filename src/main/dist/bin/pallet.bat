@echo off
rem Starts Pallet with the first Java 25 or newer found on this machine. More JVM options: PALLET_JAVA_OPTIONS.
setlocal
set "OLDEST=25"
set "JAVA="

if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%~dpj.."
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*" "%USERPROFILE%\.jdks\*") do call :try "%%~d"

if not defined JAVA (
  echo Pallet needs Java %OLDEST% or newer and found none: install one, for example Eclipse Temurin %OLDEST% from https://adoptium.net, or set JAVA_HOME to it. 1>&2
  exit /b 3
)
rem The window must not stand still while garbage is collected; the other commands want all the speed there is.
set "COLLECTOR=-XX:+UseZGC"
for %%c in (import export bench) do if /i "%~1"=="%%c" set "COLLECTOR="
"%JAVA%" --enable-native-access=ALL-UNNAMED %COLLECTOR% %PALLET_JAVA_OPTIONS% -classpath "%~dp0..\lib\*" app.pallet.Pallet %*
exit /b %ERRORLEVEL%

rem Takes the Java in folder %1 if it is there, new enough, and none was taken before.
:try
if defined JAVA exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "usebackq tokens=2 delims==" %%v in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do (
  for /f "delims=." %%m in ("%%~v") do if %%m GEQ %OLDEST% set "JAVA=%~1\bin\java.exe"
)
exit /b 0
