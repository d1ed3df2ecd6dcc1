@echo off
rem Builds and runs every test; ends with "N passed, N failed". --full adds the slow checks.
setlocal enabledelayedexpansion
cd /d "%~dp0"
if "%~1"=="--full" set "ISONOMIA_FULL_TESTS=true"
dotnet build -c Release || exit /b 1
set /a passed=0, failed=0
set "log=%TEMP%\isonomia-test-%RANDOM%.log"
for /d %%p in (tests\*.Tests) do (
    echo == %%~nxp
    dotnet "%%p\bin\Release\net10.0\%%~nxp.dll" >"!log!" 2>&1
    set "status=!errorlevel!"
    type "!log!"
    set "good="
    set "bad="
    for /f "tokens=1,2 delims=: " %%a in ('findstr /r /c:"^ *succeeded:" /c:"^ *failed:" "!log!"') do (
        if "%%a"=="succeeded" set "good=%%b"
        if "%%a"=="failed" set "bad=%%b"
    )
    if not defined good (
        set /a failed+=1
    ) else (
        set /a passed+=good, failed+=bad
        if not "!status!"=="0" if "!bad!"=="0" set /a failed+=1
    )
)
del "!log!" >nul 2>&1
echo !passed! passed, !failed! failed
if not "!failed!"=="0" exit /b 1
