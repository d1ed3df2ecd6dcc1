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
    set "total="
    for /f "tokens=2,4,6,8 delims=:, " %%a in ('findstr /c:"Total:" "!log!"') do (
        set "total=%%a" & set "errors=%%b" & set "bad=%%c" & set "skipped=%%d"
    )
    if not defined total (
        set /a failed+=1
    ) else (
        set /a passed+=total-bad-skipped, failed+=bad+errors
        if not "!status!"=="0" if "!bad!"=="0" if "!errors!"=="0" set /a failed+=1
    )
)
del "!log!" >nul 2>&1
echo !passed! passed, !failed! failed
if not "!failed!"=="0" exit /b 1
