namespace Isonomia.Cli;

/// <summary>What the command returns to the shell; a contract.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int SomeInputsFailed = 1;
    public const int WrongUsage = 2;
    public const int BadInput = 3;
    public const int Interrupted = 130;
}
