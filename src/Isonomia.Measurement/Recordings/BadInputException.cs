namespace Isonomia.Measurement.Recordings;

/// <summary>
/// Input that cannot be used as it is. The message is written for the person who gave it: which file and place, what
/// was found, what was expected, what to do. It is shown alone, without a stack trace.
/// </summary>
public sealed class BadInputException : Exception
{
    /// <summary>A complaint about an input that is not a file.</summary>
    public BadInputException(string message) : base(message)
    {
    }

    /// <summary>A complaint about a file: "PATH: message".</summary>
    public BadInputException(string path, string message) : base($"{path}: {message}")
    {
    }

    /// <summary>A complaint about a file, keeping what the system said.</summary>
    public BadInputException(string path, string message, Exception inner) : base($"{path}: {message}", inner)
    {
    }
}
