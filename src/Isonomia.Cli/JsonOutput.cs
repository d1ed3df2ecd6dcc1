using Isonomia.Numerics.Files;

namespace Isonomia.Cli;

/// <summary>Where <c>--json</c> goes: a file, whole or not at all, or standard output for <c>-</c>.</summary>
internal static class JsonOutput
{
    public static void Write(string target, Action<Stream> write)
    {
        if (target != "-")
        {
            AtomicFile.Write(target, write);
            return;
        }

        using var output = Console.OpenStandardOutput();
        write(output);
    }
}
