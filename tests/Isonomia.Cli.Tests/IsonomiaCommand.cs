using System.Diagnostics;

namespace Isonomia.Cli.Tests;

/// <summary>Runs the command as a user does: a process, its words and its exit code.</summary>
internal static class IsonomiaCommand
{
    public static (int Code, string Out, string Error) Run(params string[] arguments) => RunWhere([], arguments);

    /// <summary>The same with variables of the environment set.</summary>
    public static (int Code, string Out, string Error) RunWhere(
        Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "isonomia.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(120_000), "the command did not end within two minutes");
        return (process.ExitCode, output, error.Result);
    }
}
