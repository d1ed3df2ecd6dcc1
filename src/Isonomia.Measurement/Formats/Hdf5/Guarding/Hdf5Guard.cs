using System.Diagnostics;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Hdf5.Guarding;

/// <summary>
/// Has an HDF5 file read by another process first: libhdf5 trusts what it reads, and damaged metadata can bring it down, and
/// whoever called it. What the other process survives is then read in this one; what it does not is refused with one
/// message.
/// </summary>
/// <remarks>
/// Nothing is remembered: every opening is guarded anew. Where no command was given, as in a program that uses this library by
/// itself, or none can be started, files are opened unguarded.
/// </remarks>
public static class Hdf5Guard
{
    private const double StartSeconds = 10;
    private const double BytesPerSecond = 20e6;

    /// <summary>The program and the words that make it run <see cref="Hdf5GuardServer"/>; null for no guard.</summary>
    public static IReadOnlyList<string>? Command { get; set; }

    /// <summary>Has a file looked at.</summary>
    /// <exception cref="BadInputException">Reading it brought the other process down, or took too long.</exception>
    internal static void Check(string path, ReadingOptions options)
    {
        if (Command is { Count: > 0 } command && Hdf5Library.WhyAbsent is null)
            Check(path, options, command, StartSeconds);
    }

    /// <summary>The same by a command, which may take some seconds and more for what is long.</summary>
    /// <exception cref="BadInputException">The command fell or took too long.</exception>
    internal static void Check(string path, ReadingOptions options, IReadOnlyList<string> command, double startSeconds)
    {
        var start = new ProcessStartInfo(command[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var word in command.Skip(1))
            start.ArgumentList.Add(word);
        using var process = Start(start);
        if (process is null)
            return;
        try
        {
            var answer = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            Ask(process, Hdf5Question.Of(path, options));
            var seconds = startSeconds + (new FileInfo(path).Length / BytesPerSecond);
            if (!process.WaitForExit((int)Math.Min(int.MaxValue, 1000 * seconds)))
                throw new BadInputException(path, $"the HDF5 file is damaged: reading it did not end within {seconds:0} s");

            // Whatever else is wrong with it is found again, and said, when it is opened here.
            if (!answer.GetAwaiter().GetResult().StartsWith(Hdf5GuardServer.Survived, StringComparison.Ordinal))
            {
                throw new BadInputException(path, "the HDF5 file is damaged: the HDF5 library does not survive reading it. "
                    + "Take it again from where it came from");
            }
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    private static void Ask(Process process, Hdf5Question question)
    {
        try
        {
            process.StandardInput.WriteLine(question.ToLine());
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it was asked; that it did not answer says so.
        }
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
