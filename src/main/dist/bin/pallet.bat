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
rem The window must not stand still while garbage is collected, and starts sooner with less compiled at once; the other
rem commands want all the speed there is. See docs/decisions/0141.
set "OPTIONS=-XX:+UseZGC -XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=5000"
set "OPTIONS=%OPTIONS% -XX:Tier4CompileThreshold=40000 -XX:Tier4BackEdgeThreshold=200000"
for %%c in (import export bench) do if /i "%~1"=="%%c" set "OPTIONS="
for %%j in ("%~dp0..\lib\pallet-*.jar") do set "JAR=%%~fj"
rem A cache that was made by another Java or for other jars is passed over without a word.
set "CACHE="
if defined OPTIONS if exist "%~dp0..\lib\pallet.aot" set CACHE=-XX:AOTCache="%~dp0..\lib\pallet.aot" -XX:AOTMode=auto -Xlog:aot*=off -Xlog:cds*=off
"%JAVA%" --enable-native-access=ALL-UNNAMED %OPTIONS% %PALLET_JAVA_OPTIONS% %CACHE% -classpath "%JAR%" app.pallet.Pallet %*
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
