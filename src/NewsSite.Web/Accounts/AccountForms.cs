using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using NewsSite.Accounts;

namespace NewsSite.Web.Accounts;

/// <summary>What every form that makes or changes an account asks of its fields.</summary>
internal static class AccountForms
{
    extension(PrivatePage page)
    {
        public void CheckAccount(string name, string email)
        {
            page.Require(name, "Name", User.MaxName);
            page.Require(email, "Email", User.MaxEmail);
            if (email.Trim().Length > 0 && !IsAddress(email.Trim()))
            {
                page.Refuse("Email", page.Words["Account.Email.Wrong"]);
            }
        }

        /// <summary>Puts each of Identity's refusals, as a sentence, at the field that it concerns.</summary>
        public bool Accepts(IdentityResult result, string passwordField, string emailField)
        {
            foreach (var error in result.Errors)
            {
                var taken = error.Code is "DuplicateUserName" or "DuplicateEmail";
                page.Refuse(taken ? emailField : passwordField, page.Words[taken ? "Account.Email.Taken" : error.Code]);
            }
            return result.Succeeded;
        }
    }

    public static bool IsAddress(string written) => MailAddress.TryCreate(written, out var address) && address.Address == written;
}
