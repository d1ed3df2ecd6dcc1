@echo off
rem Runs the isonomia command, building it (Release) on first use and after any change to its sources.
setlocal
set "root=%~dp0"
set "build=%root%.build"
set "tool=%build%\tool"
where dotnet >nul 2>&1 || (echo isonomia needs the .NET 10 SDK, which was not found on the PATH 1>&2 & exit /b 2)
powershell -NoProfile -ExecutionPolicy Bypass -Command "$b='%tool%\built'; if (-not (Test-Path $b)) { exit 1 }; $t=(Get-Item $b).LastWriteTimeUtc; if (Get-ChildItem -Recurse -File '%root%src','%root%models','%root%Directory.*.props','%root%global.json' -ErrorAction SilentlyContinue | Where-Object { $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1) { exit 1 }"
if not errorlevel 1 goto run
echo Building Isonomia (first use, or its sources changed) ... 1>&2
if not exist "%build%" mkdir "%build%"
dotnet publish "%root%src\Isonomia.Cli" -c Release --artifacts-path "%build%\artifacts" -o "%tool%" --use-current-runtime --self-contained false -p:PublishReadyToRun=true >"%build%\build.log" 2>&1
if errorlevel 1 dotnet publish "%root%src\Isonomia.Cli" -c Release --artifacts-path "%build%\artifacts" -o "%tool%" --use-current-runtime --self-contained false -p:PublishReadyToRun=false >"%build%\build.log" 2>&1
if errorlevel 1 (type "%build%\build.log" 1>&2 & exit /b 2)
type nul >"%tool%\built"
:run
dotnet "%tool%\isonomia.dll" %*
exit /b %errorlevel%
