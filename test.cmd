@echo off
rem Builds and runs every test; ends with "N passed, N failed". --full runs the numerical rooms again without AVX-512,
rem without AVX2, and without any vectors.
setlocal enabledelayedexpansion
cd /d "%~dp0"
dotnet build -c Release || exit /b 1
set /a passed=0, failed=0
set "log=%TEMP%\isonomia-test-%RANDOM%.log"
for /d %%p in (tests\*.Tests) do call :run %%~nxp
if "%~1"=="--full" (
    for %%w in (DOTNET_EnableAVX512 DOTNET_EnableAVX2 DOTNET_EnableHWIntrinsic) do (
        set "%%w=0"
        call :run Isonomia.Numerics.Tests
        call :run Isonomia.Measurement.Tests
        set "%%w="
    )
)
del "!log!" >nul 2>&1
echo !passed! passed, !failed! failed
if not "!failed!"=="0" exit /b 1
exit /b 0

:run
echo == %1
dotnet "tests\%1\bin\Release\net10.0\%1.dll" >"%log%" 2>&1
set "status=%errorlevel%"
type "%log%"
set "good="
set "bad="
for /f "tokens=1,2 delims=: " %%a in ('findstr /r /c:"^ *succeeded:" /c:"^ *failed:" "%log%"') do (
    if "%%a"=="succeeded" set "good=%%b"
    if "%%a"=="failed" set "bad=%%b"
)
if not defined good (
    set /a failed+=1
    exit /b
)
set /a passed+=good, failed+=bad
if not "%status%"=="0" if "%bad%"=="0" set /a failed+=1
exit /b
